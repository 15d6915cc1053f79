export type { Assets, Attachment, FontFamily, Picture } from './assets.js'
export { lexiconIn } from './lexicon.js'
export type {
  Align,
  Block,
  Caption,
  ChartBlock,
  ChartData,
  ChartSeries,
  CoverBlock,
  Documento,
  FinalState,
  HeadingBlock,
  IndexBlock,
  IndexEntry,
  Inline,
  PictureBlock,
  ScorecardBlock,
  Section,
  Source,
  State,
  TableBlock,
  TableColumn,
  TableRow,
  Tone,
} from './nodes.js'
export { pageLabels } from './page-labels.js'
export { NO_PARTS, type PartStore } from './parts.js'
export { originHash, printedHash, readStretchName, type StretchName, stretchName, typedHash } from './stretches.js'
export type { AccessibilityCheck, AccessibilityFault, Written } from './written.js'
