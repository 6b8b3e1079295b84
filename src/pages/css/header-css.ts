import { MESSAGES } from '../../messages/all-messages.ts'
import { TOKENS } from '../../widgets/tokens.ts'

const { columns, phone } = TOKENS.page

/** Width of one language link, and the gap between two, in rem. */
const LINK = 1.5
const GAP = 0.625
/** Width of all language links. It is set, so that those which arrive late do not move the search box before them. */
const LANGUAGES = `${MESSAGES.length * (LINK + GAP) - GAP}rem`

/** Header, navigation, menu, breadcrumb and footer. */
export const HEADER_CSS = `
.site-header{display:grid;grid-template-columns:auto minmax(0,1fr) auto ${LANGUAGES};align-items:center;gap:32px;min-height:73px;padding-inline:var(--edge);border-block-end:1px solid var(--line)}
.site .site-name{display:inline-flex;align-items:center;gap:10px;min-height:32px;font:600 1.8125rem/2rem var(--serif);letter-spacing:-.01em;color:var(--text);text-decoration:none}
.site-mark{flex:none}
.site-wide{font:500 .90625rem/1.375rem var(--font)}
.site-nav ul{display:flex;flex-wrap:wrap;gap:0 22px;list-style:none;margin:0;padding:0}
.site-nav a{display:block;padding:5px 0;border-block:2px solid #0000;color:var(--text)}
.site-nav a[aria-current]{border-block-end-color:var(--text)}
.site-search{grid-column:3;position:relative}
.site .site-search input[type=search]{width:216px;height:38px;padding-inline:34px 10px;font-size:.90625rem}
.site .site-search button{position:absolute;inset-block:1px;inset-inline-start:1px;width:34px;min-height:0;padding:0;border:0;background:none}
.site-search button .site-glyph{display:block}
.site-languages{grid-column:4;display:flex;gap:${GAP}rem;font:500 .90625rem/1.375rem var(--font)}
.site-languages>*{padding:4px 0;min-width:${LINK}rem;text-align:center}
.site-menu{display:none}
.site-menu>summary{display:flex;align-items:center;gap:12px;min-height:44px;font:500 .96875rem/1.375rem var(--font);list-style:none}
.site-menu>summary::-webkit-details-marker{display:none}
.site-menu>nav{position:absolute;z-index:2;inset-inline:0;inset-block-start:100%;padding:8px var(--edge) 24px;background:var(--paper);border-block-end:1px solid var(--rule)}
.site-menu .site-nav ul{display:block}
.site-menu .site-nav li{border-block-end:1px solid var(--line)}
.site-menu .site-nav a{padding:10px 0;border:0;font:var(--type-text)}
.site-menu .site-nav a[aria-current]{font-weight:650}
.site-crumbs{font:var(--type-small)}
.site-crumbs ol{list-style:none;margin:0 0 14px;padding:0;line-height:24px}
.site-crumbs li{display:inline;color:var(--muted)}
.site-crumbs li+li::before{content:"›";margin-inline:10px}
[dir=rtl] .site-crumbs li+li::before{content:"‹"}
.site-footer{display:flex;flex-wrap:wrap;align-items:center;gap:8px 64px;padding:32px var(--edge);border-block-start:1px solid var(--line);font:var(--type-small);color:var(--muted)}
.site-footer p{margin:0}
.site-footer .site-footer-links{margin-inline-start:auto}
.site-footer-links a{display:inline-block;min-height:24px;margin-inline-start:20px}
.site .site-footer .site-name{font-size:1.25rem}
.site-footer .site-mark{width:18px;height:18px}
@media (forced-colors:active){.site-nav a,.site-tabs a{border-block-color:Canvas}.site :is(.site-nav,.site-tabs) a[aria-current]{border-block-end-color:CanvasText}}
@media (max-width:${columns - 1}px){
.site-header{position:relative;grid-template-columns:auto minmax(0,1fr) 44px ${LANGUAGES} minmax(44px,auto);min-height:57px;gap:0 16px}
.site-wide{display:none}
.site-menu{display:block;grid-column:5;white-space:nowrap}
.site-search{width:44px;height:44px}
.site .site-search input[type=search]{width:44px;height:44px;padding:0;border-color:#0000;background:none;color:#0000;cursor:pointer}
.site .site-search ::placeholder{color:#0000}
.site .site-search button{inset:0;width:44px;pointer-events:none}
.site .site-search:focus-within{position:absolute;grid-column:auto;z-index:3;inset-inline:var(--edge);width:auto}
.site .site-search:focus-within input{width:100%;padding-inline:44px 10px;border-color:var(--control);background:var(--card);color:var(--text);cursor:auto}
.site .site-search:focus-within ::placeholder{color:var(--muted)}
.site .site-search:focus-within button{inset-inline-end:auto;pointer-events:auto}
}
@media (max-width:${phone - 1}px){.site-header{gap:0 10px}.site .site-header .site-name{font-size:1.5rem;gap:8px}.site-header .site-mark{width:22px;height:22px}.site-footer{gap:16px}.site-footer p{flex:1 1 100%}.site-footer-links a{margin-inline:0 20px}}
`
