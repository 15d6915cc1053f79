/**
 * What each element of a Word document may hold, and in which order: ECMA-376-1 (transitional), annex A.1, `wml.xsd`, for the elements
 * that the report uses. First those of `primero` in their order, then those of `luego` in any.
 */
export interface Orden {
  readonly primero: readonly string[]
  readonly luego: readonly string[]
}

const words = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\s+/u)
    .map((name) => `w:${name}`)
const secuencia = (text: string): Orden => ({ primero: words(text), luego: [] })
const libre = (primero: string, luego: string): Orden => ({ primero: primero === '' ? [] : words(primero), luego: words(luego) })

const PARAGRAPH_PROPERTIES =
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'
const RUN_PROPERTIES =
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath'
const SETTINGS =
  'writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator'
const RUN_CONTENT =
  'br t tab fldChar instrText drawing pict footnoteReference footnoteRef endnoteReference endnoteRef separator continuationSeparator sym noBreakHyphen softHyphen cr lastRenderedPageBreak'
const BLOCKS = 'p tbl bookmarkStart bookmarkEnd'

/** By the element that holds them. An element that is not here is not checked. */
export const ordenes: Readonly<Record<string, Orden>> = {
  'w:document': secuencia('background body'),
  'w:body': libre('', `${BLOCKS} sectPr`),
  'w:hdr': libre('', BLOCKS),
  'w:ftr': libre('', BLOCKS),
  'w:footnotes': secuencia('footnote'),
  'w:footnote': libre('', BLOCKS),
  'w:endnotes': secuencia('endnote'),
  'w:endnote': libre('', BLOCKS),
  'w:p': libre('pPr', 'r hyperlink bookmarkStart bookmarkEnd fldSimple'),
  'w:hyperlink': libre('', 'r bookmarkStart bookmarkEnd fldSimple'),
  'w:r': libre('rPr', RUN_CONTENT),
  'w:pPr': secuencia(PARAGRAPH_PROPERTIES),
  'w:rPr': secuencia(RUN_PROPERTIES),
  'w:numPr': secuencia('ilvl numId'),
  'w:pBdr': secuencia('top left bottom right between bar'),
  'w:tabs': secuencia('tab'),
  'w:tbl': secuencia('tblPr tblGrid tr'),
  'w:tblPr': secuencia(
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  ),
  'w:tblGrid': secuencia('gridCol'),
  'w:tblBorders': secuencia('top left start bottom right end insideH insideV'),
  'w:tblCellMar': secuencia('top left start bottom right end'),
  'w:tr': secuencia('tblPrEx trPr tc'),
  'w:trPr': libre('', 'cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden'),
  'w:tc': libre('tcPr', BLOCKS),
  'w:tcPr': secuencia('cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark'),
  'w:tcBorders': secuencia('top left start bottom right end insideH insideV tl2br tr2bl'),
  'w:tcMar': secuencia('top left start bottom right end'),
  'w:sectPr': secuencia(
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  ),
  'w:styles': secuencia('docDefaults latentStyles style'),
  'w:docDefaults': secuencia('rPrDefault pPrDefault'),
  'w:rPrDefault': secuencia('rPr'),
  'w:pPrDefault': secuencia('pPr'),
  'w:style': secuencia(
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr',
  ),
  'w:tblStylePr': secuencia('pPr rPr tblPr trPr tcPr'),
  'w:settings': secuencia(SETTINGS),
  'w:compat': secuencia('compatSetting'),
  'w:numbering': secuencia('numPicBullet abstractNum num numIdMacAtCleanup'),
  'w:abstractNum': secuencia('nsid multiLevelType tmpl name styleLink numStyleLink lvl'),
  'w:lvl': secuencia('start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr'),
  'w:num': secuencia('abstractNumId lvlOverride'),
  'w:lvlOverride': secuencia('startOverride lvl'),
  'w:fonts': secuencia('font'),
  'w:font': secuencia('altName panose1 charset family notTrueType pitch sig embedRegular embedBold embedItalic embedBoldItalic'),
}
