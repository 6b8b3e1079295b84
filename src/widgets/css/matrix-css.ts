/** Rules of the matrix. */
export const MATRIX_CSS = `
.sanad-matrix{position:relative;padding-block-end:.5rem;overflow-x:clip;overflow-clip-margin:12px}
.sanad-matrix table{width:auto;font-size:13px}
.sanad-matrix :is(th,td){border:0;padding:0}
.sanad-matrix thead th{position:relative;height:142px;min-width:42px;background:none;font-weight:400}
.sanad-matrix thead span{position:absolute;inset-block-end:4px;inset-inline-start:60%;width:150px;line-height:1.15;transform:rotate(-55deg);transform-origin:0 100%;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.sanad-matrix thead th:last-child span{width:64px}
[dir=rtl] .sanad-matrix thead span{transform:rotate(55deg);transform-origin:100% 100%}
.sanad-matrix thead{border-block-end:1.4px solid var(--text)}
.sanad-matrix a{color:inherit;text-decoration-color:var(--line)}
.sanad-matrix .sanad-of{width:128px;max-width:128px;padding:.2rem .4rem;vertical-align:middle;font-weight:600;overflow-wrap:anywhere}
.sanad-matrix .sanad-narrower{padding-inline-start:1.2rem}
.sanad-matrix .sanad-whose{max-width:70px;padding:.2rem;font-weight:400;vertical-align:middle;overflow-wrap:anywhere}
.sanad-matrix tbody:nth-of-type(odd){background:var(--raised)}
.sanad-matrix tbody td{width:42px;height:42px;padding:2px;vertical-align:middle;border-inline-start:1px solid var(--line)}
.sanad-matrix tbody td:empty{background:radial-gradient(circle,var(--muted) 1.2px,#0000 1.8px)}
.sanad-absent{margin:.25rem 0;max-width:44rem;font-size:.9rem}
.sanad-matrix>details>summary{font-size:13px}
.sanad-absent ul{columns:2 12rem;margin:.25rem 0;padding-inline-start:1.25rem}
.sanad-cell summary{display:block;list-style:none;min-height:38px;padding:2px 0;border:1px solid var(--line);border-radius:3px;background:var(--surface)}
.sanad-cell summary::-webkit-details-marker{display:none}
.sanad-cell[open] summary{outline:2.5px solid var(--focus)}
.sanad-marks{display:flex;flex-direction:column;justify-content:center;min-height:32px;line-height:16px}
.sanad-marks .sanad-status{margin:0;padding-inline-start:11px;white-space:nowrap}
.sanad-marks .sanad-status::before{inset-inline-start:2px;max-width:7px}
:is(.sanad-marks,.sanad-events,.sanad-key) [data-status^=ALLEGED]::before{height:150%;transform:scaleY(.5);transform-origin:top}
.sanad-marks .sanad-mark{margin-inline-end:2px}
.sanad-more{font-size:12px;padding-inline-start:11px}
.sanad-panel{position:absolute;inset-inline:0;z-index:2;margin-block-start:4px;padding:.5rem .75rem;border:2px solid var(--control);border-radius:3px;background:var(--surface);font-size:.9rem}
.sanad-panel p{margin:0;font-weight:700}
.sanad-panel ul,.sanad-key{list-style:none;margin:0;padding:0}
.sanad-panel li{margin:.3rem 0}
.sanad-key{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin-block-start:.75rem;font-size:.85rem}
@container (min-width:560px){.sanad-matrix .sanad-use,.sanad-marks .sanad-status:nth-of-type(n+3){display:none}.sanad-matrix .sanad-word{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}}
@container (max-width:559px){.sanad-matrix :is(table,tbody,tr,th,td){display:block}.sanad-matrix :is(colgroup,thead,td:empty),.sanad-more,.sanad-key{display:none}.sanad-matrix table{width:100%;font-size:14px}.sanad-matrix tbody:nth-of-type(odd){background:none}.sanad-matrix .sanad-of{width:auto;max-width:none;background:var(--data);font-weight:700;margin-block-start:.75rem;padding:.3rem .5rem}.sanad-matrix .sanad-whose{max-width:none;font-weight:700;padding:.3rem .5rem}.sanad-matrix tr:has(.sanad-of){display:grid;grid-template-columns:1fr auto}.sanad-matrix tr:has(.sanad-of) td{grid-column:1/-1}.sanad-matrix .sanad-of+.sanad-whose{font-weight:400;background:var(--data);margin-block-start:.75rem}.sanad-matrix tbody td{width:auto;height:auto;border:0;border-block-end:1px solid var(--line)}.sanad-cell summary{display:grid;grid-template-columns:minmax(0,1fr) 9.5rem;overflow-wrap:anywhere;border:0;background:none;padding:.3rem .4rem}.sanad-marks{line-height:20px;min-height:20px}.sanad-panel{position:static}}
@container (min-width:680px){.sanad-matrix table{width:calc(100% - 26px);table-layout:fixed}.sanad-matrix col:first-child{width:26%}.sanad-matrix col:nth-child(2):not(:last-child){width:12%}.sanad-matrix :is(.sanad-of,.sanad-whose){max-width:none}.sanad-matrix tbody td{width:auto}}
@media print{.sanad-panel{position:static;border-width:1px}}
`
