/**
 * The words of the templates' language. A helper words or places; it never computes a figure. Each line of `HELPERS` shows a call and
 * what it gives: the guide for template authors is printed from it.
 */
import type { HelperOptions } from 'handlebars'
import type { Prosa } from '../model/index.js'
import type { Cifra, Colocacion, Ficha, Frase, Report } from '../report/index.js'
import { conArticulo, conDel, entero, fechaLarga, lista, porcentajeSuelto } from '../report/index.js'
import type { Budget } from './budget.js'
import type { Helper, Place } from './engine.js'
import { suggestion, TemplateError, type TemplateFault } from './faults.js'
import type { Tokens } from './tokens.js'

interface HelperDoc {
  readonly call: string
  readonly gives: string
  readonly about: string
}

const DOCS = {
  si: {
    call: '{{#si sector.rojo}}…{{else}}…{{/si}}',
    gives: 'una de las dos partes',
    about: 'La primera parte, si el valor existe y no es cero; si no, la segunda.',
  },
  cada: {
    call: '{{#cada sectores as |sector|}}…{{/cada}}',
    gives: 'la parte, una vez por elemento',
    about: 'Repite lo de adentro con cada elemento de una lista.',
  },
  es: { call: '(es sector.balance "rezago")', gives: 'cierto o falso', about: 'Compara un valor con un texto o un número.' },
  mayor: { call: '(mayor sector.productos 1)', gives: 'cierto o falso', about: 'Si el primero es mayor que el segundo.' },
  no: { call: '(no sector.conclusiones)', gives: 'cierto o falso', about: 'Lo contrario.' },
  y: { call: '(y a b)', gives: 'cierto o falso', about: 'Si todos se cumplen.' },
  o: { call: '(o a b)', gives: 'cierto o falso', about: 'Si alguno se cumple.' },
  cuantos: { call: '(cuantos sectores)', gives: '14', about: 'Cuántos elementos tiene una lista.' },
  plural: {
    call: '{{plural sector.productos "producto" "productos"}}',
    gives: '2 productos',
    about: 'Un número con su nombre: 1 lleva el singular; los demás, el plural.',
  },
  segun: { call: '{{segun sector.conMeta "tenía" "tenían"}}', gives: 'tenían', about: 'Solo la palabra que concuerda con el número.' },
  lista: {
    call: '{{lista sectores "nombre"}}',
    gives: 'Faros, Molinos e Imprentas',
    about: 'Los elementos de una lista, con «y» o «e» antes del último.',
  },
  del: { call: '{{del politica.entidad}}', gives: 'de la Secretaría…', about: 'El nombre con «del» o «de la».' },
  el: { call: '{{el politica.entidad}}', gives: 'la Secretaría…', about: 'El nombre con «el» o «la».' },
  mayuscula: { call: '{{mayuscula (el politica.entidad)}}', gives: 'La Secretaría…', about: 'Con la primera letra en mayúscula.' },
  numero: { call: '{{numero 1300231.5}}', gives: '1.300.231,5', about: 'Un número como se escribe en Colombia.' },
  porcentaje: { call: '{{porcentaje 0.35}}', gives: '35 %', about: 'Una fracción como porcentaje.' },
  fecha: { call: '{{fecha "2031-12-31"}}', gives: '31 de diciembre de 2031', about: 'Una fecha en palabras.' },
  codigo: { call: '{{codigo producto.codigo}}', gives: '2.1.2', about: 'El código de un producto, en su color.' },
  prosa: {
    call: '{{prosa producto.logros}}',
    gives: 'lo escrito en el libro',
    about: 'Un texto de una columna Markdown del libro; sigue en el mismo párrafo si hay palabras antes.',
  },
  texto: { call: '{{texto "presentacion"}}', gives: 'lo escrito en el libro', about: 'El texto de la hoja Textos con esa clave.' },
  hayTexto: { call: '{{#si (hayTexto "contexto-plan")}}…{{/si}}', gives: 'cierto o falso', about: 'Si la hoja Textos trae esa clave.' },
  tabla: {
    call: '{{#tabla "semaforo"}}Título\nFuente: …{{/tabla}}',
    gives: 'la tabla, con su número',
    about: 'Pone una tabla: la primera línea es su título; «Fuente: …» y las demás van debajo de ella.',
  },
  grafica: {
    call: '{{#grafica sector.grafica}}Título\nFuente: …{{/grafica}}',
    gives: 'la gráfica, con su número',
    about: 'Pone una gráfica, como «tabla».',
  },
  ref: { call: '{{ref "semaforo"}}', gives: 'Tabla 8', about: 'El número de una tabla o gráfica, con enlace.' },
  indice: { call: '{{indice "tablas"}}', gives: 'el índice, con páginas', about: 'Contenido, tablas o graficas.' },
  definicion: {
    call: '{{#definicion "Equipo técnico"}}…{{/definicion}}',
    gives: 'un grupo de líneas con su título',
    about: 'Para los créditos: una persona por línea.',
  },
  ficha: {
    call: '{{ficha sector.ficha}}',
    gives: 'el recuadro con avance, estados y rezagos',
    about: 'La ficha de un sector o de la política.',
  },
} as const satisfies Readonly<Record<string, HelperDoc>>

/** Every helper, documented, by its name. */
export const HELPERS: Readonly<Record<string, HelperDoc>> = DOCS

/** A reference that a template made, and the fault that it is where nothing it could lead to is printed. */
export interface Reference {
  readonly id: string
  fault: TemplateFault
}

interface World {
  readonly report: Report
  readonly tokens: Tokens
  /** Where tables and charts were put so far, in order. */
  readonly placed: Colocacion[]
  readonly references: Reference[]
  /** The template that is running. */
  readonly place: Place
  /** What the templates may still do. */
  readonly budget: Budget
}

type Options = HelperOptions & { readonly loc?: { readonly start: { readonly line: number } } }

/** The helpers at work over a report: what they print goes through `tokens`; what they place is added to `placed`. */
export function helpers({ report, tokens, placed, references, place, budget }: World): Record<keyof typeof DOCS, Helper> {
  const put = (clase: Colocacion['clase']) =>
    helper(([id], options, context) => {
      const name = words(id)
      known(name, clase === 'tabla' ? report.tablas : report.graficas, clase === 'tabla' ? 'tabla' : 'gráfica', options)
      if (placed.some((p) => p.id === name)) {
        throw new TemplateError(
          `la ${clase === 'tabla' ? 'tabla' : 'gráfica'} «${name}» puesta dos veces`,
          'una sola vez en el informe',
          'Quite una, o use {{ref}} para nombrarla.',
          lineOf(options),
        )
      }
      const [caption = '', ...notes] = options
        .fn(context)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
      const fuente = tokens.plain(notes.find((line) => SOURCE.test(line)) ?? '')
      placed.push({ clase, id: name, titulo: tokens.plain(caption), fuente, extra: options.hash.extra === true })
      return tokens.putBlock({ kind: 'placed', clase, id: name, caption, notes })
    })
  return {
    si: helper(([value], options, context) => (truthy(value) ? options.fn(context) : options.inverse(context))),
    cada: helper(([list], options, context) =>
      items(list)
        .map((item, i) => {
          const turn = options.fn(context, { data: options.data, blockParams: [item, i] })
          budget.step(lineOf(options))
          budget.write(turn.length, lineOf(options))
          return turn
        })
        .join(''),
    ),
    es: helper(([value, other]) => plainValue(value) === plainValue(other)),
    mayor: helper(([value, other]) => Number(plainValue(value)) > Number(plainValue(other))),
    no: helper(([value]) => !truthy(value)),
    y: helper((values) => values.every(truthy)),
    o: helper((values) => values.some(truthy)),
    cuantos: helper(([list]) => items(list).length),
    plural: helper(([n, one, many]) => [figure(n), `\u00a0${words(isOne(n) ? one : many)}`] satisfies Frase),
    segun: helper(([n, one, many]) => (isOne(n) ? one : many)),
    lista: helper(([list, field]) => lista(items(list).map((item) => words(typeof field === 'string' ? fieldOf(item, field) : item)))),
    del: helper(([name]) => conDel(words(name))),
    el: helper(([name]) => conArticulo(words(name))),
    mayuscula: helper(([name]) => words(name).replace(/^\p{Ll}/u, (first) => first.toUpperCase())),
    numero: helper(([n]) => (isFigure(n) ? n : entero(numberOf(n)))),
    porcentaje: helper(([n]) => (isFigure(n) ? n : porcentajeSuelto(numberOf(n)))),
    fecha: helper(([date], options) => (isFigure(date) ? date : fechaDe(words(date), options))),
    codigo: helper(([code]) => [{ codigo: words(code) }] satisfies Frase),
    prosa: helper(([prosa]) => prosa),
    texto: helper(([clave]) => report.libro.textos.get(words(clave)) ?? null),
    hayTexto: helper(([clave]) => report.libro.textos.has(words(clave))),
    tabla: put('tabla'),
    grafica: put('grafica'),
    ref: helper(([id], options) => {
      const name = words(id)
      known(name, new Map<string, unknown>([...report.tablas, ...report.graficas]), 'tabla o gráfica', options)
      references.push({ id: name, fault: unprinted(name, place, options) })
      return new Placed(tokens.put({ kind: 'reference', id: name }))
    }),
    indice: helper(([of], options) => {
      const kind = INDICES.get(words(of))
      if (kind === undefined) throw unknown(`el índice «${words(of)}»`, 'contenido, tablas o graficas', words(of), INDICES.keys(), options)
      return new Placed(tokens.putBlock({ kind: 'index', of: kind }))
    }),
    definicion: helper(([term], options, context) => tokens.putBlock({ kind: 'definition', term: words(term), body: options.fn(context) })),
    ficha: helper(([ficha]) => new Placed(tokens.putBlock({ kind: 'scorecard', ficha: scorecard(ficha) }))),
  }
}

/** Text that is already tokens: printed as it is. */
export class Placed {
  constructor(readonly text: string) {}
}

/** How the line begins that says where the figures of a table or chart come from. Source: contract, «Tables and figures». */
const SOURCE = /^Fuentes?:/u

const INDICES = new Map([
  ['contenido', 'contents'],
  ['tablas', 'tables'],
  ['graficas', 'charts'],
] as const satisfies readonly (readonly [string, string])[]) as ReadonlyMap<string, 'contents' | 'tables' | 'charts'>

/** The helpers that take what stands between `{{#nombre}}` and `{{/nombre}}`, and no others do. */
export const BLOCK_HELPERS: ReadonlySet<string> = new Set(['si', 'cada', 'tabla', 'grafica', 'definicion'] satisfies (keyof typeof DOCS)[])

function helper(run: (args: readonly unknown[], options: Options, context: unknown) => unknown): Helper {
  return function (...all) {
    const options = all.at(-1) as Options
    try {
      return run(all.slice(0, -1), options, this)
    } catch (error) {
      // A value that is not what the helper takes; what fails inside a block has told its own line, or its own template.
      if (error instanceof TemplateError && error.template === null) error.line ??= lineOf(options)
      throw error
    }
  }
}

/** A literal date in words. @throws TemplateError where it is no date */
function fechaDe(date: string, options: Options): string {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(date) || !exists(date)) {
    throw new TemplateError(`la fecha «${date}»`, 'año-mes-día, como 2031-12-31', 'Escriba la fecha en esa forma.', lineOf(options))
  }
  return fechaLarga(date)
}

/** Whether a day exists: 2031-02-30 does not. */
function exists(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

function known(id: string, existing: ReadonlyMap<string, unknown>, what: string, options: Options) {
  if (!existing.has(id))
    throw unknown(`la ${what} «${id}», que no existe`, `el nombre de una ${what} de este libro`, id, existing.keys(), options)
}

/** What a reference is where the table or chart stands in a section that is left out. */
function unprinted(id: string, place: Place, options: Options): TemplateFault {
  return {
    template: place.path ?? '',
    line: lineOf(options),
    found: `una referencia a «${id}», que ninguna sección incluida pone`,
    expected: 'referencias a tablas y gráficas que estén en el informe',
    remedy: 'Incluya la sección que la pone, o quite la referencia.',
  }
}

function unknown(found: string, expected: string, name: string, existing: Iterable<string>, options: Options) {
  return new TemplateError(found, expected, suggestion(name, existing, 'Consulte los nombres en la guía de plantillas.'), lineOf(options))
}

function lineOf(options: Options): number | null {
  return options.loc?.start.line ?? null
}

function isFigure(value: unknown): value is Cifra {
  return typeof value === 'object' && value !== null && 'origen' in value && 'texto' in value
}

/** A value to compare: a figure's own, or the value itself. */
function plainValue(value: unknown): unknown {
  return isFigure(value) ? value.valor : value
}

function truthy(value: unknown): boolean {
  const plain = plainValue(value)
  return Array.isArray(plain) ? plain.length > 0 : Boolean(plain)
}

function items(list: unknown): readonly unknown[] {
  return Array.isArray(list) ? list : []
}

function isOne(n: unknown): boolean {
  return Number(plainValue(n)) === 1
}

function figure(n: unknown): Cifra | string {
  return isFigure(n) ? n : words(n)
}

/** A value as words: a figure's, a text, a number. @throws TemplateError for what has none */
function words(value: unknown): string {
  if (isFigure(value)) return value.texto
  if (typeof value === 'object' && value !== null) throw unfit('un grupo de valores o una lista', 'un texto, un número o una cifra')
  return value === null || value === undefined ? '' : String(value)
}

/** @throws TemplateError where it is none */
function numberOf(value: unknown): number {
  const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN
  if (!Number.isFinite(number)) throw unfit(`«${words(value)}» donde va un número`, 'un número, como 1300231.5')
  return number
}

/** A field of the item of a list. @throws TemplateError where it has none of its own */
function fieldOf(item: unknown, field: string): unknown {
  if (typeof item === 'object' && item !== null && Object.hasOwn(item, field)) return (item as Readonly<Record<string, unknown>>)[field]
  const known = typeof item === 'object' && item !== null && !isFigure(item) ? Object.keys(item) : []
  throw new TemplateError(
    `el campo «${field}», que los elementos de la lista no tienen`,
    'un campo de sus elementos, como "nombre"',
    suggestion(field, known, 'Consulte los valores y los ayudantes en la guía de plantillas.'),
    null,
  )
}

/** @throws TemplateError where it is none */
function scorecard(value: unknown): Ficha {
  if (typeof value === 'object' && value !== null && 'titular' in value && 'barra' in value) return value as Ficha
  throw unfit('un valor que no es una ficha', 'politica.ficha o sector.ficha')
}

/** A value that is not what was asked for. Whoever called says in what line. */
export function unfit(found: string, expected: string): TemplateError {
  return new TemplateError(found, expected, 'Consulte los valores y los ayudantes en la guía de plantillas.', null)
}

/** Whether a printed value is typed prose of the workbook. */
export function isProse(value: unknown): value is Prosa {
  return typeof value === 'object' && value !== null && 'hoja' in value && 'clave' in value && 'texto' in value
}

/** Whether a printed value is a computed figure. */
export { isFigure }
