import { tokensCss } from '../tokens-css.ts'
import { BASE_CSS } from './base-css.ts'
import { CLAIM_CARD_CSS } from './claim-card-css.ts'
import { CLAIM_LIST_CSS } from './claim-list-css.ts'
import { drawingCss } from './drawing-css.ts'
import { FIGURE_CSS } from './figure-css.ts'
import { PICTURE_CSS } from './picture-css.ts'
import { PRINT_CSS } from './print-css.ts'
import { statusCss } from './status-css.ts'
import { TABLE_CSS } from './table-css.ts'

/** Returns the style sheet of widgets, which pages and embeds without a picture load. It joins one file for each part. */
export const widgetCss = (): string => sheetOf([CLAIM_CARD_CSS])

/** Returns the style sheet of an embed with a picture of claims. It lacks the rules of the card of one claim. */
export const pictureCss = (): string => sheetOf([])

const sheetOf = (others: readonly string[]): string =>
  [
    tokensCss(),
    drawingCss(),
    statusCss(),
    BASE_CSS,
    FIGURE_CSS,
    CLAIM_LIST_CSS,
    TABLE_CSS,
    ...others,
    PICTURE_CSS,
    PRINT_CSS,
  ].join('\n')
