/** Rules of lists of claims with their utterances. */
export const CLAIM_LIST_CSS = `
.sanad-claims{list-style:none;margin:0;padding:0}
.sanad-claims>li{position:relative;margin:.9rem 0;padding-inline-start:1rem}
:is(.sanad-claims>li,.site-terms li):target{background:var(--raised)}
.sanad-claim p{margin:.15rem 0}
.sanad-proposition{color:inherit;font-weight:700;text-decoration:none;text-wrap:balance;display:inline-block}
.sanad-proposition:is(:hover,:focus){text-decoration:underline}
.sanad-claim>.sanad-line{font-size:15px;line-height:20px}
.sanad-claim>.sanad-by{font-size:13.5px;line-height:17px}
.sanad-claim .sanad-lead.sanad-lead{margin:0;padding:0;border:0;font:14px/18px var(--serif)}
.sanad-claim>.sanad-source{font-size:12.5px;line-height:16px}
.sanad-caveat{color:var(--muted);font-style:italic}
.sanad-claim .sanad-judgement,.site-judgement{border:1px solid var(--control);background:var(--raised);padding:.35rem .75rem;margin-block:.4rem}
.sanad-utterances{list-style:none;margin:.25rem 0;padding:0 0 0 .75rem;border-inline-start:2px solid var(--line)}
.sanad-said .sanad-assent{margin:.75rem 0 .25rem;font-weight:600}
.sanad-utterances>li{margin:.6rem 0}
.sanad-utterances p{margin:.15rem 0}
.sanad-quote,.site main blockquote{margin:.25rem 0;padding-inline-start:.75rem;border-inline-start:3px solid var(--line);font-family:var(--serif,Georgia,serif)}
.sanad-translation,.sanad-source,.sanad-attribution{color:var(--muted);font-size:.9rem}
`
