import { tokensCss } from '../tokens-css.ts'
import { BASE_CSS } from './base-css.ts'
import { CLAIM_LIST_CSS } from './claim-list-css.ts'
import { drawingCss } from './drawing-css.ts'
import { FIGURE_CSS } from './figure-css.ts'
import { PRINT_CSS } from './print-css.ts'
import { statusCss } from './status-css.ts'
import { TABLE_CSS } from './table-css.ts'

/**
 * Returns the style sheet of widgets, which embeds and pages load. It joins one file for each part; colours and sizes
 * come from the design tokens.
 */
export const widgetCss = (): string => [tokensCss(), drawingCss(), statusCss(), ...VIEWS].join('\n')

const VIEWS = [BASE_CSS, FIGURE_CSS, CLAIM_LIST_CSS, TABLE_CSS, PRINT_CSS]
