/** Rules of the matrix. */
export const MATRIX_CSS = `
.sanad-matrix th,.sanad-matrix td{min-width:9rem}
.sanad-matrix small{display:block;font-weight:400;margin-block-start:.25rem}
.sanad-matrix tbody{border-block-start:2px solid var(--control)}
.sanad-matrix :is(.sanad-of,.sanad-whose){position:sticky;inset-inline-start:0;z-index:1;width:9rem;overflow-wrap:anywhere}
.sanad-matrix .sanad-whose{inset-inline-start:9rem;width:6rem;min-width:6rem}
.sanad-matrix tbody :is(.sanad-of,.sanad-whose){background:var(--surface)}
.sanad-matrix :is(.sanad-of,.sanad-whose)::after{content:"";position:absolute;inset-block:0;inset-inline-end:0;border-inline-end:1px solid var(--control)}
.sanad-matrix .sanad-none{color:var(--muted);font-style:italic}
@container (max-width:531px){.sanad-matrix :is(table,tbody,tr,th,td,caption){display:block;border:0;padding:.15rem 0}.sanad-matrix :is(thead,td:empty){display:none}.sanad-matrix tbody{padding-block:.5rem;border-block-start:2px solid var(--control)}.sanad-matrix :is(.sanad-of,.sanad-whose){width:auto}.sanad-matrix :is(.sanad-of,.sanad-whose)::after{content:none}.sanad-matrix .sanad-of{font-size:1.05rem}.sanad-matrix td{padding-inline-start:1rem}.sanad-matrix td::before{content:attr(data-use);color:var(--muted);font-size:.9rem}}
.sanad-cell{list-style:none;margin:0;padding:0}
.sanad-cell{margin-block-start:.3rem;font-size:.85rem}
.sanad-cell li{margin:.2rem 0}
.sanad-cell a{display:inline-block;min-height:24px}
`
