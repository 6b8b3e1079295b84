/** Parameters that social networks, mail programs, search engines and content management systems add to links of others. */
export const FOREIGN_PARAMETERS: readonly string[] = [
  ...['utm_source', 'utm_medium', 'utm_campaign', 'utm_term', 'utm_content', 'utm_id', 'fbclid', 'gclid', 'gclsrc'],
  ...['dclid', 'gbraid', 'wbraid', 'msclkid', 'yclid', 'twclid', 'ttclid', 'li_fat_id', 'igshid', 'igsh', 'mc_cid'],
  ...['mc_eid', '_ga', '_gl', '_hsenc', '_hsmi', 'mkt_tok', 's_cid', 'cid', 'ref', 'ref_src', 'ref_url', 'source'],
  ...['via', 'si', 'spm', 'dnt', 's', 't', 'v', 'p', 'amp', 'share', 'from', 'hl', 'gl', 'locale', 'land', 'long'],
  ...['lat', 'replytocom', 'preview', 'page', 'paged', 'ver', 'cb', 'ts', 'timestamp', 'nocache', 'outputType'],
  ...['pk_campaign', 'mtm_campaign', 'vero_id', 'oly_enc_id', 'epik', '_branch_match_id', 'ns_campaign', 'ck', 'id'],
  ...['embed', 'wmode', 'rel', 'autoplay', 'feature', 'childId', 'initialWidth', 'parentUrl', '_', '', 'amp;', 'amp;s'],
]
