// @ts-check

const KEY = "color_scheme";

/** The agent's last choice. @returns {"light" | "dark"} */
export function rememberedColorScheme() {
  return localStorage.getItem(KEY) === "dark" ? "dark" : "light";
}

/** Colours the page and remembers the choice. @param {"light" | "dark"} colorScheme */
export function applyColorScheme(colorScheme) {
  localStorage.setItem(KEY, colorScheme);
  document.documentElement.dataset.colorScheme = colorScheme;
  document.getElementById("dark-mode")?.setAttribute(
    "aria-pressed",
    String(colorScheme === "dark"),
  );
}
