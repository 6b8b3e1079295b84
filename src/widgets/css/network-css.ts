/** Rules of the network. */
export const NETWORK_CSS = `
.sanad-network>summary{font-size:13px}
@container (max-width:531px){.sanad-network>summary{display:none}.sanad-network::details-content{content-visibility:visible;block-size:auto;display:block}}
.sanad-speaker{border-block-start:1px solid var(--line);padding:.5rem 0}
.sanad-edges li li:target{background:var(--raised)}
.sanad-edges{list-style:none;margin:0;padding:0;font-size:.9rem}
.sanad-edges .sanad-speaker>ul>li,.sanad-edges .sanad-speaker>details>ul>li{padding:0;margin:.4rem 0}
.sanad-edges li li li{padding-inline-start:1rem;margin:.1rem 0}
.sanad-edges .sanad-speaker li>.sanad-status{position:relative}
`
