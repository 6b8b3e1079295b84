/** Rules of the body of an embed, and of the parts that every figure has. */
export const FIGURE_CSS = `
.sanad-frame{padding:16px}
.sanad-frame .sanad-notice{font-size:.9rem}
@media (max-width:500px){.sanad-frame{padding:14px}}
.sanad-frame main{max-width:760px;margin:0 auto}
.sanad-figure{margin:0;container-type:inline-size}
.sanad-figure figcaption h1,.sanad-figure figcaption h2{margin:0 0 .25rem;font:600 23px/28px var(--serif);text-wrap:balance}
.sanad-figure figcaption :is(h1,h2) a{color:inherit;text-decoration:none}
.sanad-figure figcaption :is(h1,h2) a:hover{text-decoration:underline}
.sanad-summary,.site-summary{margin:.25rem 0 .75rem;color:var(--muted)}
.sanad-figure .sanad-summary{font-size:14px;line-height:19px}
.sanad-foot{margin-block-start:8px;padding-block-start:8px;border-block-start:1px solid var(--line);display:flex;flex-wrap:wrap;gap:2px 16px;font-size:12px;line-height:16px;color:var(--muted)}
.sanad-foot p{margin:0}.sanad-foot p:last-child{margin-inline-start:auto}.sanad-frame .sanad-foot p+p:not(:last-child){order:1}.sanad-foot.sanad-foot :is(.sanad-notice,.sanad-attribution){border:0;padding:0;font-size:inherit}
.sanad-notice{border-inline-start:4px solid var(--focus);padding:.25rem .75rem;margin:.5rem 0;background:var(--raised)}
.sanad-notice[data-notice=LIVE],.sanad-notice[data-notice=PINNED]{border-inline-start-color:var(--line);background:none;color:var(--muted);font-size:.9rem}
sanad-widget{display:block}
.sanad-figure{position:relative}
.sanad-figure:not(.sanad-view-matrix){max-width:680px}
.sanad-frame .sanad-figure{margin-inline:auto}
.sanad-detail{position:absolute;inset-block-start:var(--sanad-top);inset-inline:0;z-index:1;padding:.75rem 1rem;padding-inline-start:1.5rem;border:2px solid var(--control);border-radius:8px;background:var(--surface)}
.sanad-detail::before{inset-block:.6rem;inset-inline-start:.5rem}
.sanad-close{float:inline-end;min-width:24px}
.sanad-drawing{margin:.75rem 0}
.sanad-drawing svg{display:block;width:100%;height:auto}
@container (max-width:531px){.sanad-drawing,.sanad-drawing svg{display:none}}
@media (prefers-reduced-motion:no-preference){.sanad-dim{transition:opacity .12s}}
`
