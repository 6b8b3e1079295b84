/** Print: the text alone, on white. The rules come last. */
export const PRINT_CSS = `
@media print{
@page{margin:16mm 15mm}
html:has(>.site){font-size:75%}
.site{--paper:#fff;border:0;--edge:0}
.site>main{padding:0}
.site-columns{display:block}
.site-wide,.site-menu,.site-languages,.site-strip-head span,.site-tabs,.site-columns>aside,.site-footer-links,.site :is(form,button,iframe){display:none}
.site-header,.site-footer{min-height:0;padding:0 0 8px}
.site-footer{margin-block-start:24px;padding-block:8px 0}
.site :is(h1,h2,h3){break-after:avoid}
/* The list above it has the same content. */
.site .sanad-table{display:none}
.site-main>section{margin-block-start:20px}
.site :is(.sanad-claims>li,blockquote,svg,tr){break-inside:avoid}
.site .sanad-source a[href^=http]::after{content:" (" attr(href) ")";overflow-wrap:anywhere}
}
`
