import { pageTokensCss } from '../../widgets/tokens-css.ts'
import { BASE_CSS } from './base-css.ts'
import { BUILDER_CSS } from './builder-css.ts'
import { CLAIM_CSS } from './claim-css.ts'
import { fontsCss, type ServedFont } from './fonts-css.ts'
import { HEADER_CSS } from './header-css.ts'
import { HOME_CSS } from './home-css.ts'
import { PARTS_CSS } from './parts-css.ts'
import { PRINT_CSS } from './print-css.ts'
import { SEARCH_CSS } from './search-css.ts'
import { STORY_CSS } from './story-css.ts'
import { THING_CSS } from './thing-css.ts'
import { THINGS_CSS } from './things-css.ts'

/** Style sheet that pages load after the one of widgets. Embeds do without it. */
export const siteCss = (fonts: readonly ServedFont[]): string =>
  [
    fontsCss(fonts),
    pageTokensCss(),
    ...[
      BASE_CSS,
      HEADER_CSS,
      PARTS_CSS,
      HOME_CSS,
      STORY_CSS,
      CLAIM_CSS,
      THING_CSS,
      THINGS_CSS,
      SEARCH_CSS,
      BUILDER_CSS,
      PRINT_CSS,
    ],
  ].join('\n')
