/** Rules of elements, focus and hidden text, for embeds and pages. */
export const BASE_CSS = `
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--surface);color:var(--text);font:1rem/1.5 var(--font);overflow-wrap:anywhere}
a{color:var(--link)}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
h1{font-size:1.6rem;line-height:1.25;margin:.5rem 0 1rem}
h2{font-size:1.2rem;line-height:1.3;margin:2rem 0 .5rem}
h3{font-size:1.05rem;margin:1rem 0 .25rem}
summary{cursor:pointer;min-height:24px;padding:.15rem 0}
summary h2{display:inline}
.sanad-hidden,.sanad-skip:not(:focus){position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
button{font:inherit;color:inherit;background:var(--raised);border:1px solid var(--control);border-radius:4px;padding:.35rem .5rem;min-height:2rem;cursor:pointer}
`
