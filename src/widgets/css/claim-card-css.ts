/** Rules of the card of one claim: two sides, each in the line of its stance, with a rule in the line of the status. */
export const CLAIM_CARD_CSS = `
.sanad-view-claim .sanad-claim>.sanad-line{font:600 26px/31px var(--serif)}
.sanad-view-claim .sanad-claim>.sanad-by{font-size:14px;line-height:20px}
.sanad-view-claim .sanad-claims>li{margin-block-start:0}
.sanad-view-claim .sanad-said{font-size:14px;line-height:20px}
.sanad-sides{display:grid;grid-template-columns:1fr 10px 1fr;gap:20px;margin:16px 0}
.sanad-alone{display:block}
.sanad-versus{justify-self:center;width:var(--bar-width);background:var(--bar);print-color-adjust:exact;forced-color-adjust:none}
.sanad-side{position:relative;padding-block-start:12px}
.sanad-side::before{content:"";position:absolute;inset:0 0 auto;height:var(--bar-width);background:var(--bar-x);print-color-adjust:exact;forced-color-adjust:none}
.sanad-stance{color:var(--s-text);font-size:14px;font-weight:700;line-height:20px}
.sanad-side .sanad-quote{border:0;padding:0;margin:6px 0;font-size:16px;line-height:22px}
.sanad-side .sanad-quote p{margin:0}
.sanad-side .sanad-quote p::before{content:open-quote}.sanad-side .sanad-quote p::after{content:close-quote}
.sanad-side .sanad-source{font-size:12.5px;line-height:17px}
.sanad-view-claim .sanad-claim>.sanad-caveat{padding:10px 14px;background:var(--raised);font-style:normal;font-size:13.5px;line-height:19px;color:var(--text)}
@container (max-width:500px){.sanad-sides{display:block}.sanad-versus{width:auto;height:var(--bar-width);margin:14px 0;background:var(--bar-x)}}
`
