/** Page of a story: end of a tab, list, side column. Its print has what is open on the screen. */
export const STORY_CSS = `
.site-pager{display:flex;flex-wrap:wrap;justify-content:space-between;gap:4px 28px;margin:var(--space-32) 0 0;padding-block-start:14px;border-block-start:1px solid var(--line);color:var(--muted)}
.site-pager a{display:inline-block;min-height:24px}
.site-row{display:flex;flex-wrap:wrap;gap:0 14px}
.site-citation{font:400 .96875rem/1.4375rem var(--serif);overflow-wrap:anywhere}
.site-block [aria-live]:empty{display:none}
.site-block li>.site-note{margin:0 0 6px}
.site-main>.sanad-figure,.site-main>sanad-widget>.sanad-figure{max-width:none}
.site-tabs~.sanad-claims .sanad-proposition{display:inline-block;min-height:24px}
@media print{.site-tabs~* :is(.sanad-cell,.sanad-events details):not([open])>:not(summary),.site-tabs~.site-fold:not([open]),.site-tabs~* :is(.sanad-said,.sanad-table):not([open]),.site-pager{display:none}}
`
