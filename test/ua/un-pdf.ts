/**
 * The smallest PDF that meets every condition that we check, written by hand: a heading, a note and its call, a link, an ordered list, a
 * table with its caption, a figure, an index, an attachment and a bookmark. It can be read by eye, and broken by changing a few words.
 */
const OBJETOS: Readonly<Record<number, string>> = {
  1: `<< /Type /Catalog /Pages 2 0 R /Lang (es-CO) /MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >>
    /StructTreeRoot 10 0 R /Metadata 12 0 R /Outlines 60 0 R >>`,
  2: '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
  3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >>
    /StructParents 0 /Tabs /S /Annots [40 0 R] >>`,
  4: `<< >> stream
    /Artifact << /Type /Pagination /Subtype /Header >> BDC BT /F1 9 Tf <0001> Tj ET EMC
    /H1 << /MCID 0 >> BDC BT /F1 24 Tf <00010002> Tj ET EMC
    /P << /MCID 1 >> BDC BT /F1 10 Tf [<0002> -12 <0001>] TJ ET EMC
    /Link << /MCID 2 >> BDC BT /F1 10 Tf <0001> Tj ET EMC
    /Reference << /MCID 3 >> BDC BT /F1 6 Tf <0002> Tj ET EMC
    /Lbl << /MCID 4 >> BDC BT /F1 10 Tf <0002> Tj ET EMC
    /LBody << /MCID 5 >> BDC BT /F1 10 Tf <0001> Tj ET EMC
    /Caption << /MCID 6 >> BDC BT /F1 10 Tf <0001> Tj ET EMC
    /TH << /MCID 7 >> BDC BT /F1 10 Tf <0001> Tj ET EMC
    /TD << /MCID 8 >> BDC BT /F1 10 Tf <0002> Tj ET EMC
    /Figure << /MCID 9 >> BDC 72 72 100 100 re f EMC
    /Reference << /MCID 10 >> BDC BT /F1 10 Tf <0001> Tj ET EMC
    /Note << /MCID 11 >> BDC BT /F1 8 Tf <0002> Tj ET EMC
    /Artifact << /Type /Layout >> BDC 72 60 468 1 re f EMC
    endstream`,
  5: '<< /Type /Font /Subtype /Type0 /BaseFont /Letra /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 9 0 R >>',
  6: `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Letra /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>
    /FontDescriptor 7 0 R /W [0 [500 600] 2 2 700] /CIDToGIDMap /Identity >>`,
  7: '<< /Type /FontDescriptor /FontName /Letra /FontFile2 8 0 R >>',
  8: `<< >> stream\n${unaFuente([500, 600, 700])}\nendstream`,
  9: `<< >> stream
    1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar <0001> <0041> endbfchar
    1 beginbfrange <0002> <0002> <0042> endbfrange
    endstream`,
  10: '<< /Type /StructTreeRoot /K [20 0 R] /ParentTree 11 0 R >>',
  11: '<< /Nums [0 [22 0 R 23 0 R 24 0 R 25 0 R 28 0 R 29 0 R 31 0 R 33 0 R 35 0 R 36 0 R 39 0 R 26 0 R] 1 24 0 R] >>',
  12: `<< /Type /Metadata /Subtype /XML >> stream
    <rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Informe</rdf:li></rdf:Alt></dc:title>
    endstream`,
  20: '<< /S /Document /K [21 0 R] >>',
  21: '<< /S /Sect /P 20 0 R /K [22 0 R 23 0 R 27 0 R 30 0 R 36 0 R 37 0 R 26 0 R] >>',
  22: '<< /S /H1 /P 21 0 R /Pg 3 0 R /K 0 >>',
  23: '<< /S /P /P 21 0 R /Pg 3 0 R /K [1 24 0 R 25 0 R] >>',
  24: '<< /S /Link /P 23 0 R /Pg 3 0 R /K [2 << /Type /OBJR /Obj 40 0 R /Pg 3 0 R >>] >>',
  25: '<< /S /Reference /P 23 0 R /Pg 3 0 R /K [<< /Type /MCR /Pg 3 0 R /MCID 3 >>] >>',
  26: '<< /S /Note /P 21 0 R /Pg 3 0 R /ID (nota-1) /K [11] >>',
  27: '<< /S /L /P 21 0 R /A << /O /List /ListNumbering /Decimal >> /K [41 0 R] >>',
  28: '<< /S /Lbl /P 41 0 R /Pg 3 0 R /K [4] >>',
  29: '<< /S /LBody /P 41 0 R /Pg 3 0 R /K [5] >>',
  30: '<< /S /Table /P 21 0 R /K [31 0 R 32 0 R 34 0 R] >>',
  31: '<< /S /Caption /P 30 0 R /Pg 3 0 R /K [6] >>',
  32: '<< /S /TR /P 30 0 R /K [33 0 R] >>',
  33: '<< /S /TH /P 32 0 R /Pg 3 0 R /A [<< /O /Table /Scope /Column >>] /K [7] >>',
  34: '<< /S /TR /P 30 0 R /K [35 0 R] >>',
  35: '<< /S /TD /P 34 0 R /Pg 3 0 R /K [8] >>',
  36: '<< /S /Figure /P 21 0 R /Pg 3 0 R /Alt (Una barra) /A << /O /Layout /BBox [72 72 172 172] >> /K [9] >>',
  37: '<< /S /TOC /P 21 0 R /K [38 0 R] >>',
  38: '<< /S /TOCI /P 37 0 R /K [39 0 R] >>',
  39: '<< /S /Reference /P 38 0 R /Pg 3 0 R /K [10] >>',
  40: `<< /Type /Annot /Subtype /Link /Rect [72 700 172 712] /Contents (Ir al informe) /StructParent 1
    /A << /S /URI /URI (https://www.bogota.gov.co) >> >>`,
  41: '<< /S /LI /P 27 0 R /K [28 0 R 29 0 R] >>',
  50: '<< /Type /Filespec /F (datos.json) /UF (datos.json) /EF << /F 51 0 R >> >>',
  51: '<< /Type /EmbeddedFile >> stream\n{}\nendstream',
  60: '<< /Type /Outlines /First 61 0 R /Last 61 0 R /Count 1 >>',
  61: '<< /Title (Informe) /Parent 60 0 R /Dest [3 0 R /Fit] >>',
}

/** A change of a file: words that stand in it once, and those that take their place. */
export type Cambio = readonly [desde: string, hasta: string]

/** The PDF, changed. Throws where what is to be changed does not stand in it just once. */
export function unPdf(...cambios: readonly Cambio[]): Uint8Array {
  const objetos = Object.entries(OBJETOS).map(([numero, objeto]) => `${numero} 0 obj ${objeto} endobj\n`)
  const entero = `%PDF-1.7\n${objetos.join('')}trailer << /Root 1 0 R >>\n%%EOF\n`
  const cambiado = cambios.reduce((texto, [desde, hasta]) => {
    if (texto.split(desde).length !== 2) throw new Error(`«${desde}» no está una sola vez`)
    return texto.replace(desde, () => hasta)
  }, entero)
  return new Uint8Array(Buffer.from(cambiado, 'latin1'))
}

/** The tables of a TrueType program that measure it: glyphs of these widths, thousandths of the body. Without outlines. */
function unaFuente(anchos: readonly number[]): string {
  const tabla = (largo: number, ...valores: readonly (readonly [lugar: number, valor: number])[]): Buffer => {
    const bytes = Buffer.alloc(largo)
    for (const [lugar, valor] of valores) bytes.writeUInt16BE(valor, lugar)
    return bytes
  }
  const tablas = {
    head: tabla(54, [18, 1000]),
    hhea: tabla(36, [34, anchos.length]),
    hmtx: tabla(4 * anchos.length, ...anchos.map((ancho, i) => [4 * i, ancho] as const)),
    maxp: tabla(6, [4, anchos.length]),
  }
  const indice = tabla(12 + 16 * Object.keys(tablas).length, [4, Object.keys(tablas).length])
  let lugar = indice.length
  Object.entries(tablas).forEach(([nombre, bytes], i) => {
    indice.write(nombre, 12 + 16 * i, 'latin1')
    indice.writeUInt32BE(lugar, 20 + 16 * i)
    lugar += bytes.length
  })
  return Buffer.concat([indice, ...Object.values(tablas)]).toString('latin1')
}
