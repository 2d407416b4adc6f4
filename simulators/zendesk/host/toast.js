// @ts-check

const DEFAULT_MS = 5000;

/**
 * Shows one of Zendesk's passing notices; an app's text is text, never markup.
 * @param {unknown} message @param {unknown} [kind] notice, alert or error @param {unknown} [ms]
 */
export function showToast(message, kind = "notice", ms = DEFAULT_MS) {
  const toast = document.createElement("p");
  toast.className = "toast";
  toast.dataset.toast = String(kind);
  toast.textContent = String(message);
  document.getElementById("toasts")?.append(toast);
  const sticky = typeof ms === "object" && ms !== null && "sticky" in ms && ms.sticky === true;
  if (!sticky) setTimeout(() => toast.remove(), Number(ms) || DEFAULT_MS);
}
