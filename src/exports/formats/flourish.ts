import { csvFormat } from '../csv-format.ts'
import { linkTable } from '../tables/link-cells.ts'
import { pointTable } from '../tables/point-cells.ts'

/** Sheet "Links" of the network template of Flourish. */
export const flourishLinksCsv = csvFormat(
  'flourish-links.csv',
  'CSV, the links of a network in Flourish',
  linkTable,
  'GRAPH',
)
/** Sheet "Points" of the same template. */
export const flourishPointsCsv = csvFormat(
  'flourish-points.csv',
  'CSV, the points of a network in Flourish',
  pointTable,
  'GRAPH',
)
