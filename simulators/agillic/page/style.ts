/** The page's style. No quotes, angle brackets or ampersands: JSX would escape them. */
export const css = `
  :root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif; }
  body { margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
  h2 { margin-top: 2.5rem; }
  details { border-bottom: 1px solid #8884; padding: .4rem 0; }
  summary { cursor: pointer; }
  dl { columns: 20rem; }
  dt { color: gray; font-size: .85em; }
  dd { margin: 0 0 .4rem; overflow-wrap: anywhere; }
  form { margin: .5rem 0; }
  td form { display: inline; }
  a, button { margin-right: .3rem; }
  label { margin-right: 1rem; }
  table { border-collapse: collapse; display: block; overflow-x: auto; }
  td, th { border-bottom: 1px solid #8884; padding: .2rem .8rem .2rem 0; text-align: left; vertical-align: top; }
  .switches { display: grid; gap: .5rem 1.5rem; margin-bottom: 1rem; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); }
  .switches label { display: grid; margin: 0; }
`;
