/** Rules for print. */
export const PRINT_CSS = `
@media print{.sanad-skip{display:none}details::details-content{content-visibility:visible;block-size:auto;display:block;overflow:visible}summary{list-style:none}summary::marker{content:''}.sanad-close,.sanad-detail{display:none}a{color:inherit}.sanad-drawing{break-inside:avoid}.sanad-utterances>li,.sanad-line{break-inside:avoid}.sanad-line,.sanad-day>p{break-after:avoid}.sanad-scroll{overflow:visible}}
`
