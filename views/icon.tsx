/** Small drawings on a 16 × 16 grid, beside words that say the same. */
export const icons = {
  refresh: (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M13.5 8a5.5 5.5 0 1 1-1.6-3.9M13.5 1.5V5H10" />
    </svg>
  ),
  copy: (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M6 5.5h7.5v8H6zM3.5 10.5h-1v-8H10v1" />
    </svg>
  ),
};
