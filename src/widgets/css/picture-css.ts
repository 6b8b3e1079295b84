/**
 * Rules of the picture of claims: strip, tabs, drawing, and the rows of a narrow embed. `--word` is the width of the longest
 * word of the strip, so that no column is narrower.
 */
export const PICTURE_CSS = `
.sanad-strip,.sanad-tabs ul{list-style:none;margin:0;padding:0}
.sanad-strip{display:grid;--word:58px;grid-template-columns:repeat(auto-fit,minmax(var(--word),1fr));gap:9px 6px;margin:12px 0 6px}
.sanad-strip.sanad-strip:lang(id){--word:86px;display:grid}
.sanad-strip a{display:block;min-height:44px;padding-block-start:12px;color:var(--s-text);text-decoration:none;font-size:12px;line-height:16px;position:relative;overflow-wrap:normal}
.sanad-strip a::before{content:"";position:absolute;inset:0 0 auto;height:var(--bar-width);background:var(--bar-x);print-color-adjust:exact;forced-color-adjust:none}
.sanad-strip b{display:block;font-size:15px;line-height:18px;color:var(--text)}
.sanad-strip .sanad-mark{width:15px;height:15px;color:var(--s-text);margin-inline-end:5px;vertical-align:-2px}
.sanad-strip a:hover span,.sanad-strip [aria-current] span,.sanad-tabs a:hover{text-decoration:underline}
.sanad-strip [aria-current]{background:var(--raised)}
.sanad-tabs{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 18px;border-block-end:1px solid var(--line);font-size:13px;line-height:18px}
.sanad-tabs ul{display:flex;gap:18px}
.sanad-tabs :is(a,b){display:inline-block;padding:6px 0 5px;text-decoration:none}
.sanad-tabs b{border-block-end:2px solid var(--text);margin-block-end:-1px}
.sanad-tabs p{margin:0;color:var(--muted)}
.sanad-view-graph .sanad-drawing{margin:0 0 8px;overflow:clip;overflow-clip-margin:16px}
.sanad-view-graph:not(:has(.sanad-tabs)) .sanad-drawing{margin-block-start:8px}
.sanad-rest>summary,.sanad-all{display:none}
.sanad-rest::details-content{content-visibility:visible;block-size:auto;display:block}
.sanad-fold>summary,.sanad-table>summary{font-size:13px}
.sanad-view-graph :is(.sanad-fold,.sanad-table):not([open]){display:inline-block;margin-inline-end:24px}
.sanad-strip:has(li:nth-child(9)){display:flex;flex-wrap:wrap;grid-template-columns:repeat(5,1fr)}
.sanad-strip li{flex:1;min-width:min-content}
@container (max-width:552px){
.sanad-view-graph .sanad-drawing,.sanad-fold>summary,.sanad-fold :is(.sanad-said,.sanad-caveat),.sanad-tabs p{display:none}
.sanad-strip.sanad-strip.sanad-strip{--word:63px;display:grid;grid-template-columns:repeat(auto-fill,minmax(var(--word),1fr))}
.sanad-strip.sanad-strip.sanad-strip:lang(id){--word:90px}
.sanad-strip a{min-height:60px}
.sanad-view-graph .sanad-fold.sanad-fold{display:block;margin:0}
.sanad-fold::details-content{content-visibility:visible;block-size:auto;display:block}
.sanad-rest:not([open])::details-content{display:none}
.sanad-rest>summary{display:block;margin:12px 0;padding:9px;border:1px solid var(--control);border-radius:4px;text-align:center;font-weight:700;line-height:21px}
.sanad-rest[open]>summary{display:none}
.sanad-all{display:block;text-align:center;margin:12px 0}
.sanad-fold .sanad-claims>li{margin:0;padding:7px 0;padding-inline-start:17px;border-block-end:1px solid var(--line)}
.sanad-fold .sanad-claims>li::before{inset-block:7px}
.sanad-fold .sanad-claim p{margin:0}
.sanad-fold .sanad-lead{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
}
`
