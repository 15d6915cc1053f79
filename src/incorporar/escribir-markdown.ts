/** Units as the Markdown that a cell may hold, so that reading it gives the same units. */
import { cortar, recortar, type Tramo, textoDe, type Unidad } from './unidades.js'

/** Labels of the notes that are written, and their text. */
export interface Notas {
  /** A label that the cell does not have yet. */
  readonly nueva: () => string
  readonly escritas: string[]
}

/** A list that is open: how far its items' words stand in, and the number of the last one. */
interface Nivel {
  readonly clase: Unidad['clase']
  readonly sangria: string
  readonly cuenta: number
}

/** Paragraphs, lists and quotations, a blank line between them; the items of a list one after the other. */
export function escribirMarkdown(unidades: readonly Unidad[], notas: Notas): string {
  const lineas: string[] = []
  let niveles: readonly Nivel[] = []
  let anterior: Unidad | null = null
  for (const unidad of unidades) {
    const texto = escribirTramos(unidad.tramos, notas)
    if (texto === '') continue
    const { primera, demas, abiertos } = margen(unidad, niveles)
    if (anterior !== null && !(esItem(anterior) && esItem(unidad)))
      lineas.push(anterior.clase === 'cita' && unidad.clase === 'cita' ? '>' : '')
    lineas.push(...texto.split('\n').map((linea, i) => `${i === 0 ? primera : demas}${linea}`))
    niveles = abiertos
    anterior = unidad
  }
  return lineas.join('\n')
}

const esItem = ({ clase }: Unidad) => clase === 'vinieta' || clase === 'numero'

/** What goes before the first line of a unit and before the others, and the lists that are open after it. */
function margen(
  { clase, nivel, inicio }: Unidad,
  niveles: readonly Nivel[],
): { readonly primera: string; readonly demas: string; readonly abiertos: readonly Nivel[] } {
  if (clase === 'parrafo') return { primera: '', demas: '', abiertos: [] }
  if (clase === 'cita') return { primera: '> ', demas: '> ', abiertos: [] }
  if (clase === 'continuacion') {
    const abiertos = niveles.slice(0, nivel + 1)
    const sangria = abiertos.at(-1)?.sangria ?? ''
    return { primera: sangria, demas: sangria, abiertos }
  }
  const fuera = niveles.slice(0, nivel)
  const hermana = niveles[fuera.length]
  const cuenta = hermana?.clase === clase ? hermana.cuenta + 1 : inicio
  const antes = fuera.at(-1)?.sangria ?? ''
  const signo = clase === 'vinieta' ? '- ' : `${cuenta}. `
  const sangria = `${antes}${' '.repeat(signo.length)}`
  return { primera: `${antes}${signo}`, demas: sangria, abiertos: [...fuera, { clase, sangria, cuenta }] }
}

/** The words of a paragraph, its breaks as a bar at the end of the line. */
function escribirTramos(tramos: readonly Tramo[], notas: Notas): string {
  const grupos = porEnlace(sinSaltosDobles(recortar(tramos)))
  const escrito = grupos
    .map(({ enlace, tramos: suyos }) => {
      const palabras = conAspecto(suyos, notas)
      return enlace === null ? palabras : `[${palabras}](${direccion(enlace)})`
    })
    .join('')
  return escrito
    .split('\n')
    .map((linea) => principioDeLinea(linea.trim()))
    .join('\\\n')
}

/** A break right after another one would be a blank line, which ends the paragraph. */
function sinSaltosDobles(tramos: readonly Tramo[]): readonly Tramo[] {
  const texto = textoDe(tramos)
  const sobran = [...texto.matchAll(/\n\s*(?=\n)/gu)].map(({ 0: salto, index }) => [index, index + salto.length] as const)
  const cortes = [0, ...sobran.flat(), texto.length]
  return cortes.flatMap((desde, i) => (i % 2 === 0 ? cortar(tramos, desde, cortes[i + 1]) : []))
}

function porEnlace(tramos: readonly Tramo[]) {
  return tramos.reduce<{ readonly enlace: string | null; readonly tramos: Tramo[] }[]>((grupos, tramo) => {
    const ultimo = grupos.at(-1)
    if (ultimo !== undefined && ultimo.enlace === tramo.enlace) ultimo.tramos.push(tramo)
    else grupos.push({ enlace: tramo.enlace, tramos: [tramo] })
    return grupos
  }, [])
}

/** Address between angles where it holds what would end it. */
function direccion(url: string): string {
  return /[\s()<>\\]/u.test(url) ? `<${url.replace(/\s/gu, '%20').replace(/[<>\\]/gu, '\\$&')}>` : url.replace(/[&*_[\]]/gu, '\\$&')
}

interface Pieza {
  readonly texto: string
  readonly fuerte: boolean
  readonly enfasis: boolean
}

function conAspecto(tramos: readonly Tramo[], notas: Notas): string {
  const piezas = tramos.flatMap((tramo, i): readonly Pieza[] => {
    const { fuerte, enfasis } = tramo
    const anterior = tramos[i - 1]
    // After a figure or the call of a note, what would make a link, or a definition, of it.
    const tras = anterior !== undefined && (anterior.cifra !== null || anterior.nota !== null) && /^[(:]/u.test(tramo.texto)
    const texto = `${tras ? '\\' : ''}${escrito(tramo, notas)}`
    // Spaces at the edge of bold or italics keep Markdown from seeing either.
    const [, antes = '', medio = '', despues = ''] = /^(\s*)(.*?)(\s*)$/su.exec(texto) ?? []
    const liso = (espacio: string) => (espacio === '' ? [] : [{ texto: espacio, fuerte: false, enfasis: false }])
    return medio === '' ? liso(texto) : [...liso(antes), { texto: medio, fuerte, enfasis }, ...liso(despues)]
  })
  return conSignos(reunidas(piezas))
}

/**
 * Pieces with the signs of their look. Markdown sees no bold or italics where a sign of punctuation just within them has a letter just
 * without, nor where the same sign ends one and begins the next: there the letter is written by its number, and the other sign is used.
 */
function conSignos(piezas: readonly Pieza[]): string {
  let todo = ''
  let cerrado = ''
  for (const { texto, fuerte, enfasis } of piezas) {
    if (!fuerte && !enfasis) {
      const primera = primeraDe(texto)
      todo += cerrado !== '' && LETRA.test(primera) && !abierta(todo, cerrado) ? numerada(primera) + texto.slice(primera.length) : texto
      cerrado = ''
      continue
    }
    const signo = cerrado === '*' ? '_' : '*'
    const ultima = cerrado === '' ? ultimaDe(todo) : ''
    if (LETRA.test(ultima) && (signo === '_' || !LETRA.test(primeraDe(texto)))) todo = todo.slice(0, -ultima.length) + numerada(ultima)
    const signos = signo.repeat((fuerte ? 2 : 0) + (enfasis ? 1 : 0))
    todo += signos + texto + signos
    cerrado = signo
  }
  return todo
}

/** Whether a letter may come right after the sign that was just written: what that closes ends in a letter itself. */
function abierta(todo: string, cerrado: string): boolean {
  return cerrado === '*' && LETRA.test(ultimaDe(todo.replace(/\*+$/u, '')))
}

const LETRA = /[^\s\p{P}\p{S}]/u
const primeraDe = (texto: string) => [...texto][0] ?? ''
const ultimaDe = (texto: string) => [...texto].at(-1) ?? ''

/** Neighbours of one look are one, spaces between them too. */
function reunidas(piezas: readonly Pieza[]): readonly Pieza[] {
  const hechas: Pieza[] = []
  for (const pieza of piezas) {
    const [ultima, penultima] = [hechas.at(-1), hechas.at(-2)]
    const igual = (otra: Pieza | undefined) => otra?.fuerte === pieza.fuerte && otra.enfasis === pieza.enfasis
    if (ultima !== undefined && igual(ultima)) hechas[hechas.length - 1] = { ...ultima, texto: ultima.texto + pieza.texto }
    else if (ultima !== undefined && penultima !== undefined && /^[^\S\n]+$/u.test(ultima.texto) && igual(penultima))
      hechas.splice(-2, 2, { ...penultima, texto: penultima.texto + ultima.texto + pieza.texto })
    else hechas.push(pieza)
  }
  return hechas
}

const numerada = (letra: string) => `&#${letra.codePointAt(0)};`

function escrito({ texto, cifra, nota }: Tramo, notas: Notas): string {
  if (cifra !== null) return `[[${cifra.nombre}]]`
  if (nota === null) return escapado(texto)
  const etiqueta = notas.nueva()
  const definicion = escribirMarkdown(nota, notas)
  notas.escritas.push(
    `[^${etiqueta}]: ${definicion
      .split('\n')
      .join('\n    ')
      .replace(/\n +(?=\n)/gu, '\n')}`,
  )
  return `[^${etiqueta}]`
}

/** Words as they must be typed to be read as words. */
function escapado(texto: string): string {
  return tipografia(texto)
    .replace(/[^\S\n\u00a0\u202f]+/gu, ' ')
    .replace(/[\\*[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?=#?\w+;)/gu, '\\$&')
}

/** Without the no-break spaces that the report itself puts. */
function tipografia(texto: string): string {
  return texto
    .replace(/(\d)\u00a0%/gu, '$1 %')
    .replace(/(n\.º|art\.|núm\.|pág\.)\u00a0(?=\d)/giu, '$1 ')
    .replace(/\bD\.\u00a0C\./gu, 'D. C.')
    .replace(/▼\u00a0/gu, '▼ ')
}

/** A line that begins as an item of a list or a quotation does. */
function principioDeLinea(linea: string): string {
  return linea.replace(/^([-+>])(?=\s|$|>)|^(>)/u, '\\$&').replace(/^(\d{1,9})([.)])(?=\s|$)/u, '$1\\$2')
}
