/**
 * What each element of a Word document may hold, and in which order: ECMA-376-1 (transitional), annex A.1, `wml.xsd`, for the elements
 * that the report uses. First those of `primero` in their order, then those of `luego` in any.
 */
export interface Orden {
  readonly primero: readonly string[]
  readonly luego: readonly string[]
}

const words = (text: string, prefix = 'w'): readonly string[] =>
  text
    .trim()
    .split(/\s+/u)
    .map((name) => `${prefix}:${name}`)
const secuencia = (text: string): Orden => ({ primero: words(text), luego: [] })
const libre = (primero: string, luego: string): Orden => ({ primero: primero === '' ? [] : words(primero), luego: words(luego) })

const PARAGRAPH_PROPERTIES =
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'
const RUN_PROPERTIES =
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath'
const SETTINGS =
  'writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults footnotePr endnotePr compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator'
const RUN_CONTENT =
  'br t delText tab fldChar instrText delInstrText drawing pict footnoteReference footnoteRef endnoteReference endnoteRef separator continuationSeparator sym noBreakHyphen softHyphen cr lastRenderedPageBreak'
const BLOCKS = 'p tbl bookmarkStart bookmarkEnd'
const CHANGES = 'ins del'

/** Of a chart: annex A.5, `dml-chart.xsd`. */
const deGrafica = (text: string): Orden => ({ primero: words(text, 'c'), luego: [] })
const AXIS =
  'axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt'
const LABELS = 'numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator'

const graficas: Readonly<Record<string, Orden>> = {
  'c:chartSpace': deGrafica(
    'date1904 lang roundedCorners style clrMapOvr pivotSource protection chart spPr txPr externalData printSettings userShapes extLst',
  ),
  'c:chart': deGrafica(
    'title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly dispBlanksAs showDLblsOverMax extLst',
  ),
  'c:plotArea': deGrafica('layout barChart catAx valAx dTable spPr extLst'),
  'c:manualLayout': deGrafica('layoutTarget xMode yMode wMode hMode x y w h extLst'),
  'c:barChart': deGrafica('barDir grouping varyColors ser dLbls gapWidth overlap serLines axId extLst'),
  'c:ser': deGrafica('idx order tx spPr invertIfNegative pictureOptions dPt dLbls trendline errBars cat val shape extLst'),
  'c:dPt': deGrafica('idx invertIfNegative marker bubble3D explosion spPr pictureOptions extLst'),
  'c:dLbls': deGrafica(`dLbl delete ${LABELS} showLeaderLines leaderLines extLst`),
  'c:dLbl': deGrafica(`idx delete layout tx ${LABELS} extLst`),
  'c:catAx': deGrafica(`${AXIS} auto lblAlgn lblOffset tickLblSkip tickMarkSkip noMultiLvlLbl extLst`),
  'c:valAx': deGrafica(`${AXIS} crossBetween majorUnit minorUnit dispUnits extLst`),
  'c:scaling': deGrafica('logBase orientation max min extLst'),
  'c:legend': deGrafica('legendPos legendEntry layout overlay spPr txPr extLst'),
  'c:strRef': deGrafica('f strCache extLst'),
  'c:numRef': deGrafica('f numCache extLst'),
  'c:strCache': deGrafica('ptCount pt extLst'),
  'c:numCache': deGrafica('formatCode ptCount pt extLst'),
}

/** By the element that holds them. An element that is not here is not checked. */
export const ordenes: Readonly<Record<string, Orden>> = {
  ...graficas,
  'w:document': secuencia('background body'),
  'w:body': libre('', `${BLOCKS} sectPr`),
  'w:hdr': libre('', BLOCKS),
  'w:ftr': libre('', BLOCKS),
  'w:footnotes': secuencia('footnote'),
  'w:footnote': libre('', BLOCKS),
  'w:endnotes': secuencia('endnote'),
  'w:endnote': libre('', BLOCKS),
  'w:p': libre('pPr', `r hyperlink bookmarkStart bookmarkEnd fldSimple ${CHANGES}`),
  'w:hyperlink': libre('', `r bookmarkStart bookmarkEnd fldSimple ${CHANGES}`),
  'w:ins': libre('', 'r'),
  'w:del': libre('', 'r'),
  'w:r': libre('rPr', RUN_CONTENT),
  'w:pPr': secuencia(PARAGRAPH_PROPERTIES),
  // That of the end of a paragraph says first whether it came or is gone.
  'w:rPr': secuencia(`${CHANGES} ${RUN_PROPERTIES} rPrChange`),
  'w:rPrChange': secuencia('rPr'),
  'w:pPrChange': secuencia('pPr'),
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
  'w:trPr': libre(
    '',
    `cnfStyle divId gridBefore gridAfter wBefore wAfter cantSplit trHeight tblHeader tblCellSpacing jc hidden ${CHANGES}`,
  ),
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
