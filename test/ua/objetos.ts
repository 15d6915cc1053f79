import { inflateSync } from 'node:zlib'

/** A PDF's objects as they are written, with no library between: what a reader of pages never shows is what PDF/UA asks about. */
export class Nombre {
  constructor(readonly nombre: string) {}
}
/** Bytes of a string, one character each. */
export class Cadena {
  constructor(readonly bytes: string) {}
}
export class Referencia {
  constructor(readonly numero: number) {}
}
/** An operator of a page's content, or a word of the file's own syntax. */
export class Palabra {
  constructor(readonly palabra: string) {}
}
/** `datos`: decompressed, one character a byte. */
export class Flujo {
  constructor(
    readonly dic: Diccionario,
    readonly datos: string,
  ) {}
}
export type Diccionario = ReadonlyMap<string, Valor>
export type Valor = null | boolean | number | Nombre | Cadena | Referencia | Palabra | Flujo | Diccionario | readonly Valor[]

export interface PdfCrudo {
  readonly trailer: Diccionario
  readonly objetos: ReadonlyMap<number, Valor>
  /** What a value refers to; the value itself where it refers to nothing. Null where the object is missing. */
  de(valor: Valor | undefined): Valor
  dic(valor: Valor | undefined): Diccionario
  lista(valor: Valor | undefined): readonly Valor[]
}

const VACIO: Diccionario = new Map()
const BLANCOS = /(?:[ \t\n\f\r]|%[^\r\n]*)*/y
const NUMERO = /[+-]?(?:\d+\.?\d*|\.\d+)/y
const REFERENCIA = /(\d+)[ \t\n\f\r]+\d+[ \t\n\f\r]+R(?![A-Za-z])/y
const REGULAR = '[^ \\t\\n\\f\\r()<>\\[\\]{}/%]'
const NOMBRE = new RegExp(`/(${REGULAR}*)`, 'y')
const PALABRA = new RegExp(`${REGULAR}+`, 'y')
const HEXADECIMAL = /<([0-9A-Fa-f\s]*)>/y
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** Reads values one after another from a text, from a place on. */
export class Lector {
  constructor(
    readonly texto: string,
    public lugar = 0,
  ) {}

  /** The next value; undefined at the end, or at a closing mark. */
  siguiente(): Valor | undefined {
    this.toma(BLANCOS)
    const signo = this.texto[this.lugar]
    if (signo === undefined || signo === ']' || this.texto.startsWith('>>', this.lugar)) return undefined
    if (signo === '/') return new Nombre((this.toma(NOMBRE)?.[1] ?? '').replace(/#([0-9A-Fa-f]{2})/g, (_, h) => caracter(h)))
    if (signo === '(') return this.literal()
    if (signo === '[') return this.arreglo()
    if (this.texto.startsWith('<<', this.lugar)) return this.diccionario()
    if (signo === '<') return hexadecimal(this.toma(HEXADECIMAL)?.[1] ?? '')
    const referencia = this.toma(REFERENCIA)
    if (referencia !== null) return new Referencia(Number(referencia[1]))
    const numero = this.toma(NUMERO)
    if (numero !== null) return Number(numero[0])
    const palabra = this.toma(PALABRA)?.[0]
    if (palabra === undefined) {
      this.lugar += 1
      return this.siguiente()
    }
    return palabra === 'true' ? true : palabra === 'false' ? false : palabra === 'null' ? null : new Palabra(palabra)
  }

  /** What stands here, passed over; null where it does not. */
  toma(patron: RegExp): RegExpExecArray | null {
    patron.lastIndex = this.lugar
    const hallado = patron.exec(this.texto)
    if (hallado !== null) this.lugar = patron.lastIndex
    return hallado
  }

  private arreglo(): readonly Valor[] {
    this.lugar += 1
    const valores: Valor[] = []
    for (let v = this.siguiente(); v !== undefined; v = this.siguiente()) valores.push(v)
    this.lugar += 1
    return valores
  }

  private diccionario(): Diccionario {
    this.lugar += 2
    const entradas = new Map<string, Valor>()
    for (let clave = this.siguiente(); clave instanceof Nombre; clave = this.siguiente())
      entradas.set(clave.nombre, this.siguiente() ?? null)
    this.lugar += 2
    return entradas
  }

  private literal(): Cadena {
    let [bytes, hondura] = ['', 0]
    for (;;) {
      const signo = this.texto[this.lugar++]
      if (signo === undefined) return new Cadena(bytes)
      if (signo === '\\') bytes += this.escape()
      else {
        if (signo === '(') hondura += 1
        if (signo === ')') hondura -= 1
        if (hondura === 0) return new Cadena(bytes.slice(1))
        bytes += signo
      }
    }
  }

  private escape(): string {
    const octal = this.toma(/[0-7]{1,3}/y)
    if (octal !== null) return String.fromCharCode(Number.parseInt(octal[0], 8))
    const signo = this.texto[this.lugar++] ?? ''
    return signo === '\n' ? '' : (ESCAPES[signo] ?? signo)
  }
}

const caracter = (hex: string): string => String.fromCharCode(Number.parseInt(hex, 16))
const hexadecimal = (cifras: string): Cadena => new Cadena((cifras.replace(/\s/g, '').match(/..?/g) ?? []).map(caracter).join(''))

/** Reads every object of a PDF. A file whose table of objects is wrong or absent is read as well: they are found by their own marks. */
export function leerObjetos(bytes: Uint8Array): PdfCrudo {
  const texto = Buffer.from(bytes).toString('latin1')
  const objetos = new Map<number, Valor>()
  const marca = /(?<![0-9])(\d+)[ \t\n\r]+\d+[ \t\n\r]+obj(?![a-z])/g
  for (let hallado = marca.exec(texto); hallado !== null; hallado = marca.exec(texto)) {
    const lector = new Lector(texto, marca.lastIndex)
    const valor = leerObjeto(lector)
    objetos.set(Number(hallado[1]), valor)
    marca.lastIndex = lector.lugar
    if (valor instanceof Flujo && esNombre(valor.dic.get('Type'), 'ObjStm')) for (const [n, v] of dentro(valor)) objetos.set(n, v)
  }
  return conBusqueda(leerTrailer(texto, objetos), objetos)
}

function leerObjeto(lector: Lector): Valor {
  const valor = lector.siguiente() ?? null
  if (!(valor instanceof Map) || lector.toma(/\s*stream\r?\n/y) === null) return valor
  const largo = valor.get('Length')
  const fin = typeof largo === 'number' ? lector.lugar + largo : lector.texto.indexOf('endstream', lector.lugar)
  const datos = lector.texto.slice(lector.lugar, fin)
  lector.lugar = fin
  return new Flujo(valor, descomprimir(valor, datos))
}

function descomprimir(dic: Diccionario, datos: string): string {
  const filtros = dic.get('Filter')
  const filtro = Array.isArray(filtros) ? filtros[0] : filtros
  return esNombre(filtro, 'FlateDecode') ? inflateSync(Buffer.from(datos, 'latin1')).toString('latin1') : datos
}

function dentro({ dic, datos }: Flujo): readonly (readonly [number, Valor])[] {
  const indice = new Lector(datos)
  const primero = Number(dic.get('First'))
  return Array.from({ length: Number(dic.get('N')) }, () => {
    const [numero, lugar] = [Number(indice.siguiente()), Number(indice.siguiente())]
    return [numero, new Lector(datos, primero + lugar).siguiente() ?? null] as const
  })
}

function leerTrailer(texto: string, objetos: ReadonlyMap<number, Valor>): Diccionario {
  const escritos = [...texto.matchAll(/(?<![a-z])trailer(?=\s*<<)/g)].map(({ index }) => new Lector(texto, index + 7).siguiente())
  const enFlujos = [...objetos.values()].flatMap((o) => (o instanceof Flujo && esNombre(o.dic.get('Type'), 'XRef') ? [o.dic] : []))
  const conRaiz = [...enFlujos, ...escritos].filter((t): t is Map<string, Valor> => t instanceof Map && t.has('Root'))
  return conRaiz.at(-1) ?? VACIO
}

function conBusqueda(trailer: Diccionario, objetos: ReadonlyMap<number, Valor>): PdfCrudo {
  const de = (valor: Valor | undefined): Valor => (valor instanceof Referencia ? de(objetos.get(valor.numero) ?? null) : (valor ?? null))
  const dic = (valor: Valor | undefined): Diccionario => {
    const hallado = de(valor)
    return hallado instanceof Flujo ? hallado.dic : hallado instanceof Map ? hallado : VACIO
  }
  const lista = (valor: Valor | undefined): readonly Valor[] => {
    const hallado = de(valor)
    return Array.isArray(hallado) ? hallado : hallado === null ? [] : [hallado]
  }
  return { trailer, objetos, de, dic, lista }
}

export const esNombre = (valor: Valor | undefined, nombre: string): boolean => valor instanceof Nombre && valor.nombre === nombre
export const nombreDe = (valor: Valor | undefined): string => (valor instanceof Nombre ? valor.nombre : '')

/** Words of a text string; empty where the value is none. */
export function palabrasDe(valor: Valor | undefined): string {
  if (!(valor instanceof Cadena)) return ''
  const { bytes } = valor
  if (!bytes.startsWith('\xFE\xFF')) return bytes
  return (bytes.slice(2).match(/.{2}/gs) ?? []).map((par) => String.fromCharCode(par.charCodeAt(0) * 256 + par.charCodeAt(1))).join('')
}
