/** What a renderer of HTML knows besides its own node. */
import type { Assets } from '../../document/index.js'
import type { Html } from '../../html/index.js'
import type { Theme } from '../../theme/index.js'

export interface Context {
  readonly theme: Theme
  readonly images: Assets['images']
  /** Notes in the order of their calls, filled as the page is written. */
  readonly notes: { readonly number: number; readonly body: Html }[]
  /** Depths of the titles that the last one stands under, its own last. */
  readonly open: number[]
  /** Ids that something of the page has: a link to any other would lead nowhere. */
  readonly targets: ReadonlySet<string>
}
