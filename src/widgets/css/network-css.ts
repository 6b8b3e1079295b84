/** Rules of the network. */
export const NETWORK_CSS = `
.sanad-drawing svg.sanad-network{width:auto;max-width:none}
.sanad-view-network .sanad-drawing{overflow-x:auto}
`
