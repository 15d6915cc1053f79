/** What Excel asks of the package of a workbook, and repairs, or refuses, where it is not so. Each thing that it would not take, in words. */
import { strFromU8, unzipSync } from 'fflate'

/** The least that a part says: tags with their attributes and what stands right inside. */
interface Elemento {
  readonly nombre: string
  readonly atributos: Readonly<Record<string, string>>
  readonly texto: string
}

const ENTIDADES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const llano = (xml: string) => xml.replace(/&(\w+);/gu, (todo, nombre: string) => ENTIDADES[nombre] ?? todo)

/** Every element of that name in a part, with the text up to its end. */
function elementos(xml: string, nombre: string): readonly Elemento[] {
  return [...xml.matchAll(new RegExp(`<${nombre}((?:\\s[^>]*?)?)(?:/>|>(.*?)</${nombre}>)`, 'gsu'))].map(
    ([, atributos = '', texto = '']) => ({
      nombre,
      atributos: Object.fromEntries(
        [...atributos.matchAll(/([\w:]+)="([^"]*)"/gu)].map(([, clave = '', valor = '']) => [clave, llano(valor)]),
      ),
      texto: llano(texto.replace(/<[^>]*>/gu, '')),
    }),
  )
}

/** Column and row of an address, from 1. */
function lugar(direccion: string): { readonly fila: number; readonly columna: number } {
  const [, letras = '', fila = ''] = /^\$?([A-Z]+)\$?(\d+)$/u.exec(direccion) ?? []
  return { fila: Number(fila), columna: [...letras].reduce((suma, letra) => suma * 26 + letra.charCodeAt(0) - 64, 0) }
}

/** Limits of the file format that a program which writes it can pass without seeing it. Source: ECMA-376 part 1, §18; Excel's specifications. */
const LIMITE = { nombre: 31, formula: 255, lista: 255, titulo: 32, mensaje: 255, texto: 32_767, fila: 1_048_576, columna: 16_384 }

export interface PaqueteExcel {
  /** What Excel would not take. Nothing, for a workbook that opens without repair. */
  readonly reparos: readonly string[]
  /** Names of the sheets, in order. */
  readonly hojas: readonly string[]
  /** Of a sheet, by its name: what may be typed in a range, by its sqref. */
  reglas(hoja: string): ReadonlyMap<string, { readonly tipo: string; readonly formulas: readonly string[] }>
  /** Of a sheet: its comments, by the cell. */
  notas(hoja: string): ReadonlyMap<string, string>
  /** Whether a cell of a sheet, there or not, can be changed while the sheet is protected; null in one that is not. */
  libre(hoja: string, celda: string): boolean | null
  /** Of a sheet: its part, as it is written. */
  xml(hoja: string): string
}

/** Opens the package of a workbook and looks at all of it. */
export function paqueteExcel(bytes: Uint8Array): PaqueteExcel {
  const partes = new Map(Object.entries(unzipSync(bytes)).map(([ruta, parte]) => [ruta, strFromU8(parte)]))
  const reparos: string[] = []
  const xmlDe = (ruta: string) => partes.get(ruta) ?? ''
  for (const [ruta, xml] of partes) if (ruta.endsWith('.rels')) reparos.push(...deRelaciones(ruta, xml, partes))
  reparos.push(...deTipos(xmlDe('[Content_Types].xml'), partes))
  const destinos = new Map(
    elementos(xmlDe('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ atributos }) => [atributos.Id, atributos.Target]),
  )
  const hojas = elementos(xmlDe('xl/workbook.xml'), 'sheet').map(({ atributos }) => ({
    nombre: atributos.name ?? '',
    ruta: `xl/${destinos.get(atributos['r:id'] ?? '')}`,
  }))
  reparos.push(
    ...deNombres(
      hojas.map(({ nombre }) => nombre),
      elementos(xmlDe('xl/workbook.xml'), 'definedName'),
    ),
  )
  const compartidos = elementos(xmlDe('xl/sharedStrings.xml'), 'si')
  const estilos = elementos(/<cellXfs.*?<\/cellXfs>/su.exec(xmlDe('xl/styles.xml'))?.[0] ?? '', 'xf').length
  const diferencias = elementos(xmlDe('xl/styles.xml'), 'dxf').length
  for (const { nombre, ruta } of hojas)
    reparos.push(...deHoja(nombre, xmlDe(ruta), { compartidos, estilos, diferencias }), ...deNotas(nombre, ruta, partes))
  const rutaDe = (hoja: string) => hojas.find(({ nombre }) => nombre === hoja)?.ruta ?? ''
  return {
    reparos,
    hojas: hojas.map(({ nombre }) => nombre),
    xml: (hoja) => xmlDe(rutaDe(hoja)),
    reglas: (hoja) =>
      new Map(
        [...xmlDe(rutaDe(hoja)).matchAll(/<dataValidation (.*?)<\/dataValidation>/gsu)].map(([todo]) => [
          /sqref="([^"]*)"/u.exec(todo)?.[1] ?? '',
          {
            tipo: /type="([^"]*)"/u.exec(todo)?.[1] ?? '',
            formulas: [...elementos(todo, 'formula1'), ...elementos(todo, 'formula2')].map(({ texto }) => texto),
          },
        ]),
      ),
    libre: (hoja, celda) => {
      const xml = xmlDe(rutaDe(hoja))
      if (!/<sheetProtection [^>]*sheet="1"/u.test(xml)) return null
      const { columna } = lugar(celda)
      const propio = elementos(xml, 'c').find(({ atributos }) => atributos.r === celda)?.atributos.s
      const deColumna = elementos(xml, 'col').find(({ atributos: { min, max } }) => Number(min) <= columna && columna <= Number(max))
        ?.atributos.style
      const formatos = [...(/<cellXfs.*?<\/cellXfs>/su.exec(xmlDe('xl/styles.xml'))?.[0].matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gsu) ?? [])]
      return /<protection[^>]*locked="0"/u.test(formatos[Number(propio ?? deColumna ?? 0)]?.[0] ?? '')
    },
    notas: (hoja) => {
      const ruta = deLado(rutaDe(hoja), 'comments', partes)
      return new Map(elementos(ruta === null ? '' : xmlDe(ruta), 'comment').map(({ atributos, texto }) => [atributos.ref ?? '', texto]))
    },
  }
}

type Partes = ReadonlyMap<string, string>

/** Each relationship leads to a part, and no two have one name. */
function deRelaciones(ruta: string, xml: string, partes: Partes): readonly string[] {
  const base = ruta.replace(/_rels\/[^/]*$/u, '')
  const todas = elementos(xml, 'Relationship').map(({ atributos }) => atributos)
  return [
    ...repetidos(todas.map(({ Id = '' }) => Id)).map((id) => `${ruta}: dos relaciones se llaman ${id}`),
    ...todas
      .filter(({ TargetMode, Target = '' }) => TargetMode !== 'External' && !partes.has(resuelta(base, Target)))
      .map(({ Target }) => `${ruta}: ${Target} no está en el paquete`),
  ]
}

function resuelta(base: string, destino: string): string {
  if (destino.startsWith('/')) return destino.slice(1)
  return new URL(`${base}${destino}`, 'x:/').pathname.slice(1)
}

/** Each part has a type, and each type a part. */
function deTipos(xml: string, partes: Partes): readonly string[] {
  const porExtension = new Set(elementos(xml, 'Default').map(({ atributos }) => atributos.Extension?.toLowerCase()))
  const porRuta = elementos(xml, 'Override').map(({ atributos }) => atributos.PartName?.slice(1) ?? '')
  return [
    ...porRuta.filter((ruta) => !partes.has(ruta)).map((ruta) => `[Content_Types].xml: ${ruta} no está en el paquete`),
    ...repetidos(porRuta).map((ruta) => `[Content_Types].xml: ${ruta} está dos veces`),
    ...[...partes.keys()]
      .filter((ruta) => ruta !== '[Content_Types].xml' && !ruta.endsWith('/'))
      .filter((ruta) => !porRuta.includes(ruta) && !porExtension.has(ruta.replace(/^.*\./u, '').toLowerCase()))
      .map((ruta) => `[Content_Types].xml no dice de qué tipo es ${ruta}`),
  ]
}

function deNombres(hojas: readonly string[], definidos: readonly Elemento[]): readonly string[] {
  const propios = definidos.map(({ atributos }) => `${atributos.name}/${atributos.localSheetId ?? ''}`.toLowerCase())
  return [
    ...repetidos(hojas.map((nombre) => nombre.toLowerCase())).map((nombre) => `dos hojas se llaman «${nombre}»`),
    ...hojas
      .filter((nombre) => nombre.length > LIMITE.nombre || nombre === '')
      .map((nombre) => `la hoja «${nombre}» tiene más de 31 caracteres`),
    ...hojas
      .filter((nombre) => /[\\/?*[\]:]|^'|'$/u.test(nombre))
      .map((nombre) => `la hoja «${nombre}» tiene un carácter que no se admite`),
    ...repetidos(propios).map((nombre) => `el nombre ${nombre} está dos veces`),
    ...definidos
      .filter(({ atributos }) => !/^[A-Za-z_\\][\w.\\]*$/u.test(atributos.name ?? ''))
      .map(({ atributos }) => `${atributos.name} no puede ser un nombre`),
    ...definidos
      .flatMap(({ texto }) => [...texto.matchAll(/'([^']+)'!|(\p{L}+)!/gu)].map(([, citada, suelta]) => citada ?? suelta ?? ''))
      .filter((hoja) => !hojas.includes(hoja))
      .map((hoja) => `un nombre habla de la hoja «${hoja}», que no está`),
  ]
}

interface Comun {
  readonly compartidos: readonly Elemento[]
  readonly estilos: number
  readonly diferencias: number
}

/** Children of a worksheet, in the only order that the format admits. */
const ORDEN = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetProtection', 'autoFilter', 'mergeCells'],
  ...['conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions', 'pageMargins', 'pageSetup', 'headerFooter', 'drawing'],
  ...['legacyDrawing', 'tableParts'],
]

function deHoja(hoja: string, xml: string, comun: Comun): readonly string[] {
  return [...deOrden(xml), ...deCeldas(xml, comun), ...deColumnas(xml), ...deReglas(xml), ...deColores(xml, comun)].map(
    (que) => `${hoja}: ${que}`,
  )
}

function deOrden(xml: string): readonly string[] {
  // What stands at the first level: the depth is counted tag by tag.
  const hijos: string[] = []
  let nivel = 0
  for (const [, cierra, nombre = '', sola] of xml.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/gu)) {
    if (cierra === '/') nivel--
    else {
      if (nivel === 1) hijos.push(nombre)
      if (sola !== '/') nivel++
    }
  }
  const lugares = hijos.map((nombre) => ORDEN.indexOf(nombre))
  return [
    ...hijos.filter((_, i) => lugares[i] === -1).map((nombre) => `no se espera <${nombre}>`),
    ...hijos
      .filter((_, i) => (lugares[i] ?? 0) < (lugares[i - 1] ?? 0))
      .map((nombre) => `<${nombre}> está después de lo que debe seguirlo`),
  ]
}

function deCeldas(xml: string, { compartidos, estilos }: Comun): readonly string[] {
  const filas = [...xml.matchAll(/<row\s[^>]*?r="(\d+)"/gu)].map(([, fila]) => Number(fila))
  const celdas = elementos(xml, 'c').map(({ atributos: { r = '', s, t }, texto }) => ({ r, s, t, texto, lugar: lugar(r) }))
  return [
    ...filas.filter((fila, i) => fila <= (filas[i - 1] ?? 0)).map((fila) => `la fila ${fila} no está en orden`),
    ...celdas
      .filter((celda, i) => {
        const antes = celdas[i - 1]?.lugar
        return antes !== undefined && antes.fila === celda.lugar.fila && antes.columna >= celda.lugar.columna
      })
      .map(({ r }) => `la celda ${r} no está en orden`),
    ...celdas
      .filter(({ lugar: { fila, columna } }) => fila > LIMITE.fila || columna > LIMITE.columna)
      .map(({ r }) => `la celda ${r} no cabe`),
    ...celdas
      .filter(({ t, texto }) => t === 's' && compartidos[Number(texto)] === undefined)
      .map(({ r }) => `${r} pide un texto compartido que no está`),
    ...celdas
      .filter(({ t, texto }) => t === 's' && (compartidos[Number(texto)]?.texto.length ?? 0) > LIMITE.texto)
      .map(({ r }) => `${r} tiene más texto del que cabe`),
    ...celdas.filter(({ s }) => s !== undefined && Number(s) >= estilos).map(({ r }) => `${r} pide un estilo que no está`),
  ]
}

function deColumnas(xml: string): readonly string[] {
  const columnas = elementos(/<cols>.*?<\/cols>/su.exec(xml)?.[0] ?? '', 'col').map(
    ({ atributos }) => [Number(atributos.min), Number(atributos.max)] as const,
  )
  return columnas
    .filter(([min, max], i) => min > max || max > LIMITE.columna || min <= (columnas[i - 1]?.[1] ?? 0))
    .map(([min, max]) => `las columnas ${min} a ${max} se cruzan con otras`)
}

/** Rules for what is typed: their length, their texts, and no cell with two. */
function deReglas(xml: string): readonly string[] {
  const bloque = /<dataValidations[^>]*>.*?<\/dataValidations>/su.exec(xml)?.[0] ?? ''
  const reglas = elementos(bloque, 'dataValidation')
  const formulas = [...elementos(bloque, 'formula1'), ...elementos(bloque, 'formula2')].map(({ texto }) => texto)
  const dicho = /<dataValidations[^>]*count="(\d+)"/u.exec(bloque)?.[1]
  const rangos = reglas.flatMap(({ atributos }) => (atributos.sqref ?? '').split(' '))
  return [
    ...(bloque !== '' && Number(dicho) !== reglas.length ? [`dice ${dicho} reglas y tiene ${reglas.length}`] : []),
    ...formulas
      .filter((formula) => formula.length > LIMITE.formula)
      .map((formula) => `una regla de ${formula.length} caracteres: ${formula}`),
    ...formulas.filter((formula) => formula.startsWith('=')).map((formula) => `una regla que empieza con «=»: ${formula}`),
    ...formulas
      .filter((formula) => /^".*"$/su.test(formula) && formula.length - 2 > LIMITE.lista)
      .map((lista) => `una lista de ${lista.length} caracteres`),
    ...reglas
      .filter(({ atributos }) => (atributos.errorTitle ?? '').length > LIMITE.titulo)
      .map(({ atributos }) => `un título de ${atributos.errorTitle}`),
    ...reglas
      .filter(({ atributos }) => (atributos.error ?? '').length > LIMITE.mensaje)
      .map(({ atributos }) => `un mensaje de más de 255: ${atributos.error}`),
    ...cruces(rangos).map(([uno, otro]) => `dos reglas para unas mismas celdas: ${uno} y ${otro}`),
  ]
}

function deColores(xml: string, { diferencias }: Comun): readonly string[] {
  const reglas = elementos(xml, 'cfRule').map(({ atributos }) => atributos)
  return [
    ...reglas
      .filter(({ dxfId }) => Number(dxfId) >= diferencias)
      .map(({ dxfId }) => `un formato condicional pide el estilo ${dxfId}, que no está`),
    ...repetidos(reglas.map(({ priority = '' }) => priority)).map(
      (prioridad) => `dos formatos condicionales con la prioridad ${prioridad}`,
    ),
  ]
}

/** Each comment has a cell of its own, an author, and a shape in the drawing that says the same cell. */
function deNotas(hoja: string, ruta: string, partes: Partes): readonly string[] {
  const [notas, dibujo] = [deLado(ruta, 'comments', partes), deLado(ruta, 'vmlDrawing', partes)]
  if (notas === null) return []
  const xml = partes.get(notas) ?? ''
  const vml = dibujo === null ? '' : (partes.get(dibujo) ?? '')
  const autores = elementos(xml, 'author').length
  const suyas = elementos(xml, 'comment').map(({ atributos }) => atributos)
  const formas = [...vml.matchAll(/<x:Row>(\d+)<\/x:Row><x:Column>(\d+)<\/x:Column>/gu)].map(
    ([, fila, columna]) => `${Number(fila) + 1},${Number(columna) + 1}`,
  )
  const cajas = [...vml.matchAll(/<x:Anchor>([^<]*)</gu)].map(([, caja = '']) => caja.split(',').map(Number))
  const lugares = suyas.map(({ ref = '' }) => `${lugar(ref).fila},${lugar(ref).columna}`)
  return [
    ...repetidos(lugares).map((donde) => `dos notas en ${donde}`),
    ...suyas.filter(({ authorId }) => Number(authorId) >= autores).map(({ ref }) => `la nota de ${ref} no tiene autor`),
    ...lugares.filter((donde) => !formas.includes(donde)).map((donde) => `la nota de ${donde} no tiene dibujo`),
    ...cajas
      .filter(([c1 = 0, , f1 = 0, , c2 = 0, , f2 = 0]) => cajas.length > 0 && (c2 < c1 || f2 < f1))
      .map((caja) => `una nota al revés: ${caja}`),
    ...cajas
      .filter((caja) => caja.length !== 8 || caja.some((n) => !Number.isInteger(n) || n < 0))
      .map((caja) => `una nota sin lugar: ${caja}`),
    ...(/<legacyDrawing\s/u.test(partes.get(ruta) ?? '') ? [] : ['las notas no están en la hoja']),
  ].map((que) => `${hoja}: ${que}`)
}

/** The part of a kind that a sheet is related to; null for none. */
function deLado(ruta: string, clase: string, partes: Partes): string | null {
  const relaciones = partes.get(ruta.replace(/([^/]*)$/u, '_rels/$1.rels')) ?? ''
  const destino = elementos(relaciones, 'Relationship').find(({ atributos }) => atributos.Type?.endsWith(`/${clase}`))?.atributos.Target
  return destino === undefined ? null : resuelta(ruta.replace(/[^/]*$/u, ''), destino)
}

function repetidos(valores: readonly string[]): readonly string[] {
  return valores.filter((valor, i) => valores.indexOf(valor) !== i)
}

function cruces(rangos: readonly string[]): readonly (readonly [string, string])[] {
  const cajas = rangos.map((rango) => {
    const [uno = '', otro = uno] = rango.split(':')
    return { rango, de: lugar(uno), a: lugar(otro) }
  })
  return cajas.flatMap((una, i) =>
    cajas
      .slice(i + 1)
      .filter(
        (otra) =>
          una.de.fila <= otra.a.fila && otra.de.fila <= una.a.fila && una.de.columna <= otra.a.columna && otra.de.columna <= una.a.columna,
      )
      .map((otra) => [una.rango, otra.rango] as const),
  )
}
