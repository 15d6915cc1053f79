// How many single changes in a generated report `verificar` finds, by kind: in the right place and with what should stand there. Usage:
//   npm run bench:auditoria -- [casos] [semilla]      (500 and 1 unless told; of the Word file and of the PDF each)
// In the Word file the change is made in its XML; of the PDF, in what is read of it, which is all that the check sees.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { hechosDe } from '../src/audit/index.js'
import { componer } from '../src/compose/index.js'
import { readTree } from '../src/disk/index.js'
import type { Documento } from '../src/document/index.js'
import { calcularIndicadores } from '../src/indicators/index.js'
import { type DocumentoLeido, leerDocumento, type Place, type ReadBlock, type ReadCell } from '../src/readers/index.js'
import { construirReport } from '../src/report/index.js'
import { verificar } from '../src/verify/index.js'
import { readLibro } from '../src/workbook/index.js'

const LIBRO = 'inputs/ppasp-2023.xlsx'
const CLASES = ['celda', 'producto', 'apertura', 'recuento', 'sentido', 'codigo', 'fila', 'rotulos', 'indice', 'prosa'] as const
type Clase = (typeof CLASES)[number]

/** A stretch of a document that can be changed. */
interface Blanco {
  readonly place: Place
  readonly text: string
}
interface Cambio {
  readonly clase: Clase
  /** What the check must say: somewhere at `en`, these words instead of those. */
  readonly en: readonly Place[]
  readonly dice: string
  readonly esperado: readonly string[]
  /** New text of each stretch, by its place; a row that goes, by that of its first cell. */
  readonly textos: ReadonlyMap<Place, string>
  readonly sinFila: Place | null
}

const [casos = 500, semilla = 1] = process.argv.slice(2).map(Number)
let estado = semilla
/** The generator of Park and Miller: the same changes for the same seed. */
const azar = (n: number) => {
  estado = (estado * 48271) % 2147483647
  return estado % n
}
const alguno = <T>(lista: readonly T[]): T => {
  const uno = lista[azar(lista.length)]
  if (uno === undefined) throw new Error('No hay dónde cambiar nada.')
  return uno
}

const plantillas = await readTree('templates')
const { libro } = readLibro(readFileSync(LIBRO))
if (libro === null) throw new Error(`${LIBRO} tiene errores`)
const report = construirReport(libro, calcularIndicadores(libro))
const textos = new Map([...plantillas].map(([ruta, bytes]) => [ruta, new TextDecoder().decode(bytes)]))
const { documento, publicado } = componer(report, textos, { pictures: new Set(plantillas.keys()), switches: new Map() })
if (documento === null) throw new Error('Las plantillas tienen errores')
const esperado: Documento = documento
const hechos = hechosDe(report, publicado)

const carpeta = mkdtempSync(join(tmpdir(), 'mutaciones-'))
try {
  execFileSync(process.execPath, ['dist/cli/informe.js', 'generar', LIBRO, '--silencioso', '--salida', carpeta])
  for (const formato of ['docx', 'pdf'] as const) await medir(formato)
} finally {
  rmSync(carpeta, { recursive: true, force: true })
}

async function medir(formato: 'docx' | 'pdf'): Promise<void> {
  const bytes = new Uint8Array(readFileSync(join(carpeta, `informe-ppasp-2023.${formato}`)))
  const limpio = await leerDocumento(bytes, `x.${formato}`)
  const edicion = formato === 'docx' ? limpio : null
  const ruido = verificar(limpio, esperado, hechos, edicion).hallazgos
  console.log(
    `\n${formato}: sin cambios, ${ruido.length} hallazgos (${ruido.filter((h) => h.severidad === 'contradiccion').length} contradicciones)`,
  )
  const cuentas = new Map(CLASES.map((clase) => [clase, { total: 0, hallados: 0 }]))
  const inicio = performance.now()
  for (let i = 0; i < casos; i++) {
    const cambio = hacer(CLASES[i % CLASES.length] as Clase, limpio.blocks)
    const mutado =
      formato === 'docx' ? await leerDocumento(enWord(bytes, cambio), 'x.docx') : { ...limpio, blocks: enBloques(limpio.blocks, cambio) }
    const cuenta = cuentas.get(cambio.clase)
    if (cuenta === undefined) continue
    cuenta.total++
    if (hallado(mutado, cambio, edicion)) cuenta.hallados++
    else if (process.env.DETALLE === '1')
      console.log(
        `  - ${cambio.clase}: ${[...cambio.textos.values()].join(' | ').slice(0, 160)} (${cambio.dice} → ${cambio.esperado.join(' / ').slice(0, 80)})`,
      )
  }
  for (const [clase, { total, hallados }] of cuentas)
    console.log(`  ${clase.padEnd(10)} ${hallados} de ${total}${total === 0 ? '' : ` (${(hallados / total).toFixed(3)})`}`)
  console.log(`  ${((performance.now() - inicio) / casos).toFixed(0)} ms por documento`)
}

/** Whether some finding stands there, about those words, and gives what was there before. */
function hallado(mutado: DocumentoLeido, { en, dice, esperado: debidos }: Cambio, edicion: DocumentoLeido | null): boolean {
  const liso = (texto: string) => texto.replace(/[\s▼]+/gu, ' ').trim()
  const { hallazgos } = verificar(mutado, esperado, hechos, edicion)
  const mismo = (a: Place, b: Place) => a.page === b.page && a.paragraph === b.paragraph
  return debidos.every((debido, i) =>
    hallazgos.some(
      (h) => (en[i] === undefined || mismo(h.en, en[i])) && liso(h.dice).includes(liso(dice)) && liso(h.esperado).includes(liso(debido)),
    ),
  )
}

function hacer(clase: Clase, bloques: readonly ReadBlock[]): Cambio {
  const parrafos = bloques.filter((b): b is Extract<ReadBlock, { type: 'paragraph' }> => b.type === 'paragraph')
  const tablas = bloques.filter(
    (b): b is Extract<ReadBlock, { type: 'table' }> =>
      b.type === 'table' && b.rows.length > 1 && b.header.filter(({ text }) => text !== '').length > 1,
  )
  const de = (forma: RegExp) => parrafos.filter(({ text }) => forma.test(text))
  switch (clase) {
    case 'celda':
      return otroDigito(
        clase,
        alguno(
          tablas.flatMap((t) => t.rows.flatMap((fila) => fila.slice(1))).filter(({ text }) => /\d/u.test(text) && !/[a-z]{3}/iu.test(text)),
        ),
      )
    case 'producto':
      return otroDigito(clase, alguno(de(/^▼?\s*\d+ % de la meta|^En el acumulado /u)), /^[^.]*/u)
    case 'apertura':
      return otroDigito(clase, alguno(de(/había avanzado/u)), /había.*/u)
    case 'recuento':
      return otroDigito(
        clase,
        alguno(de(/^(?:De los \d+ productos|En (?:verde|amarillo|rojo)|Los \d+ productos del sector|De los \d+ productos del)/u)),
      )
    case 'sentido':
      return otraPalabra(alguno(de(/ puntos porcentuales (?:más|menos) de lo planeado/u)))
    case 'codigo':
      return otroCodigo(
        alguno(
          tablas.flatMap((t) =>
            t.rows.flatMap(([primera]) => (primera !== undefined && /^\d+\.\d+\.\d+ /u.test(primera.text) ? [primera] : [])),
          ),
        ),
      )
    case 'fila': {
      const tabla = alguno(tablas)
      const fila = alguno(tabla.rows.filter(([primera]) => primera !== undefined && primera.text !== ''))
      return { clase, en: [], dice: '', esperado: [fila[0]?.text.slice(0, 20) ?? ''], textos: new Map(), sinFila: fila[0]?.place ?? null }
    }
    case 'rotulos': {
      const rotulos = bloques.filter((b): b is Extract<ReadBlock, { type: 'caption' }> => b.type === 'caption')
      const uno = alguno(rotulos)
      const otro = alguno(
        rotulos.filter((r) => r !== uno && r.label === uno.label && /\d/u.test(r.number[0] ?? '') === /\d/u.test(uno.number[0] ?? '')),
      )
      const entero = (r: typeof uno) => `${r.label} ${r.number}. ${r.text}`
      return {
        clase,
        en: [uno.place, otro.place],
        dice: '',
        esperado: [entero(uno), entero(otro)],
        textos: new Map([
          [uno.place, entero(otro)],
          [otro.place, entero(uno)],
        ]),
        sinFila: null,
      }
    }
    case 'indice': {
      const entrada = alguno(bloques.flatMap((b) => (b.type === 'index' ? b.entries.filter(({ page }) => /^\d+$/u.test(page)) : [])))
      const pagina = String(Number(entrada.page) + 1 + azar(8))
      return {
        clase,
        en: [entrada.place],
        dice: pagina,
        esperado: [entrada.page],
        textos: new Map([[entrada.place, pagina]]),
        sinFila: null,
      }
    }
    case 'prosa': {
      const narrados = parrafos.filter(
        ({ text }) => /\d/u.test(text) && text.length > 200 && !/ % de la meta|avanzado|acumulado/u.test(text),
      )
      return otroDigito(clase, alguno(narrados))
    }
  }
}

/** Another digit in one of the numbers of a stretch. */
function otroDigito(clase: Clase, { place, text }: Blanco, tramo = /.*/su): Cambio {
  const { index: inicio = 0, 0: parte = '' } = tramo.exec(text) ?? {}
  const numeros = [...(parte ?? '').matchAll(/\d+(?:[.,]\d+)*/gu)].filter(([n]) => !/^20\d\d$/u.test(n))
  const numero = alguno(numeros.length > 0 ? numeros : [...(parte ?? '').matchAll(/\d+/gu)])
  const antes = numero[0]
  const lugares = [...antes.matchAll(/\d/gu)].map(({ index }) => index)
  const lugar = alguno(lugares)
  const digito = String((Number(antes[lugar]) + 1 + azar(8)) % 10)
  const despues = `${antes.slice(0, lugar)}${digito === '0' && lugar === 0 ? '1' : digito}${antes.slice(lugar + 1)}`
  if (despues === antes) return otroDigito(clase, { place, text }, tramo)
  const desde = inicio + numero.index
  return {
    clase,
    en: [place],
    dice: despues,
    esperado: [antes],
    textos: new Map([[place, text.slice(0, desde) + despues + text.slice(desde + antes.length)]]),
    sinFila: null,
  }
}

function otraPalabra({ place, text }: Blanco): Cambio {
  const [, dicha = ''] = /porcentuales (más|menos) de/u.exec(text) ?? []
  const otra = dicha === 'más' ? 'menos' : 'más'
  return {
    clase: 'sentido',
    en: [place],
    dice: otra,
    esperado: [dicha],
    textos: new Map([[place, text.replace(`porcentuales ${dicha}`, `porcentuales ${otra}`)]]),
    sinFila: null,
  }
}

function otroCodigo({ place, text }: ReadCell): Cambio {
  const [codigo = ''] = /^\S+/u.exec(text) ?? []
  const partes = codigo.split('.')
  const otro = [...partes.slice(0, 2), String(Number(partes[2]) + 20 + azar(50))].join('.')
  return {
    clase: 'codigo',
    en: [place],
    dice: otro,
    esperado: [codigo],
    textos: new Map([[place, text.replace(codigo, otro)]]),
    sinFila: null,
  }
}

/** The blocks with the change made. */
function enBloques(bloques: readonly ReadBlock[], { textos: nuevos, sinFila, clase }: Cambio): readonly ReadBlock[] {
  const texto = <T extends Blanco>(uno: T): T => ({ ...uno, text: nuevos.get(uno.place) ?? uno.text })
  return bloques.map((b): ReadBlock => {
    if (b.type === 'table') {
      const filas = b.rows.filter(([primera]) => sinFila === null || primera?.place !== sinFila)
      return { ...b, rows: filas.map((fila) => fila.map(texto)) }
    }
    if (b.type === 'index')
      return clase === 'indice' ? { ...b, entries: b.entries.map((e) => ({ ...e, page: nuevos.get(e.place) ?? e.page })) } : b
    if (b.type !== 'caption') return texto(b)
    const [, label = b.label, number = b.number, words = b.text] = /^(\S+) (\S+)\. (.*)$/su.exec(nuevos.get(b.place) ?? '') ?? []
    return { ...b, label, number, text: words }
  })
}

/** The Word file with the change made in its XML: the letters that differ, in the runs that hold them. */
function enWord(bytes: Uint8Array, { textos: nuevos, sinFila, clase }: Cambio): Uint8Array {
  const partes = unzipSync(bytes)
  let xml = strFromU8(partes['word/document.xml'] ?? new Uint8Array())
  const enOrden = [...nuevos].sort(([a], [b]) => (b.paragraph ?? 0) - (a.paragraph ?? 0))
  for (const [place, texto] of enOrden) {
    const { desde, hasta } = parrafo(xml, place.paragraph ?? 0)
    const cuerpo = xml.slice(desde, hasta)
    xml = xml.slice(0, desde) + (clase === 'indice' ? conPagina(cuerpo, texto) : conTexto(cuerpo, texto)) + xml.slice(hasta)
  }
  if (sinFila !== null) {
    const { desde } = parrafo(xml, sinFila.paragraph ?? 0)
    xml = xml.slice(0, xml.lastIndexOf('<w:tr>', desde)) + xml.slice(xml.indexOf('</w:tr>', desde) + '</w:tr>'.length)
  }
  return zipSync({ ...partes, 'word/document.xml': strToU8(xml) }, { level: 0 })
}

function parrafo(xml: string, n: number): { readonly desde: number; readonly hasta: number } {
  let desde = -1
  for (const { index } of xml.matchAll(/<w:p(?=[ >/])/gu)) if (--n === 0) desde = index
  return { desde, hasta: xml.indexOf('</w:p>', desde) }
}

/** The last number of an entry is its page. */
function conPagina(cuerpo: string, pagina: string): string {
  const ultimo = [...cuerpo.matchAll(/(<w:t[^>]*>)(\d+)(?=<\/w:t>)/gu)].at(-1)
  if (ultimo === undefined) return cuerpo
  const [entero, marca = ''] = ultimo
  return cuerpo.slice(0, ultimo.index) + marca + pagina + cuerpo.slice(ultimo.index + entero.length)
}

function conTexto(cuerpo: string, texto: string): string {
  const trozos = [...cuerpo.matchAll(/(<w:t[^>]*>)([^<]*)(?=<\/w:t>)/gu)]
  const viejo = trozos
    .map(([, , t = '']) => t)
    .join('')
    .replace(/[\u00a0\u202f]/gu, ' ')
  let inicio = 0
  while (inicio < viejo.length && viejo[inicio] === texto[inicio]) inicio++
  let fin = 0
  while (fin < viejo.length - inicio && fin < texto.length - inicio && viejo.at(-1 - fin) === texto.at(-1 - fin)) fin++
  // The first run that the difference touches takes what is new; the rest lose what is old.
  let visto = 0
  let puesto = false
  let hecho = cuerpo
  let corrido = 0
  for (const { index, 0: entero, 1: marca = '', 2: t = '' } of trozos) {
    const [a, b] = [Math.max(0, inicio - visto), Math.min(t.length, viejo.length - fin - visto)]
    const agrega = !puesto && viejo.length - fin === inicio && inicio - visto <= t.length
    const toca = agrega || (a < t.length && b > a)
    if (toca) {
      const nuevo = marca + t.slice(0, a) + (puesto ? '' : texto.slice(inicio, texto.length - fin)) + t.slice(b)
      hecho = hecho.slice(0, index + corrido) + nuevo + hecho.slice(index + corrido + entero.length)
      corrido += nuevo.length - entero.length
      puesto = true
    }
    visto += t.length
  }
  return hecho
}
