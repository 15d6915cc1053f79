/** What a policy is, as the file of `--politica` says it: YAML by the names of the fields of the workbook. */
import { closest, distance } from 'fastest-levenshtein'
import { isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument } from 'yaml'
import { COLORES, normalizarNombre, PERIODICIDADES } from '../../model/index.js'
import { diaDeTexto } from '../../workbook/index.js'
import type { Plan } from '../forma/columnas.js'
import { CAMPOS_DE_POLITICA } from '../forma/politica.js'
import type { Periodos } from './periodos.js'
import { escribirRangos, leerRango, type Rango, reparoDeRangos } from './rangos.js'

/** What the file says, valid. A field that it leaves out is not there. */
export interface DatosDePolitica {
  readonly plan: Plan
  /** Texts, years and days (ISO), by the name of the field. */
  readonly campos: ReadonlyMap<string, string | number>
  readonly objetivos: readonly string[]
  readonly sectores: readonly string[]
  readonly semaforo: readonly Rango[]
  /** Which periods of the vigencia have a column in `Avances`; null for none. */
  readonly periodos: Periodos | null
}

/** Something that the file says wrongly, in words. `linea` counts from 1; null for what it does not say. */
export interface FaltaDeDatos {
  readonly linea: number | null
  readonly campo: string
  readonly encontrado: string
  readonly esperado: string
  readonly remedio: string
}

const LISTAS = ['Objetivos', 'Sectores', 'Semáforo', 'Períodos'] as const
const NOMBRES: readonly string[] = [...CAMPOS_DE_POLITICA.map(({ campo }) => campo), ...LISTAS]
const DEL_PLAN = ['Año inicial del plan', 'Año final del plan', 'Vigencia'] as const
/** Characters, and years of a plan: far beyond any policy, and short of what a slip can ask for. */
const [MAS_LARGO, MAS_ANIOS] = [200_000, 60]

/** Reads the file: the policy, or everything that is wrong with it, each thing with its line. */
export function leerDatos(texto: string): { readonly datos: DatosDePolitica | null; readonly faltas: readonly FaltaDeDatos[] } {
  if (texto.length > MAS_LARGO) return { datos: null, faltas: [ILEGIBLE(null, 'un archivo demasiado largo')] }
  const renglones = new LineCounter()
  const documento = parseDocument(texto.replace(/^\u{FEFF}/u, ''), { lineCounter: renglones, uniqueKeys: false, logLevel: 'silent' })
  if (documento.errors.length > 0) {
    const lineas = new Set(documento.errors.map(({ linePos }) => linePos?.[0].line ?? null))
    return { datos: null, faltas: [...lineas].map((linea) => ILEGIBLE(linea, 'algo que no se puede leer')) }
  }
  if (!isMap(documento.contents)) return { datos: null, faltas: [ILEGIBLE(1, 'un archivo sin campos')] }
  const lector = new Lector((nodo) => (nodo?.range == null ? null : renglones.linePos(nodo.range[0]).line))
  const pares = lector.porNombre(documento.contents.items as readonly Pair<Node, Node | null>[])
  const datos = lector.datos(pares)
  return lector.faltas.length > 0
    ? { datos: null, faltas: lector.faltas.toSorted((a, b) => (a.linea ?? Infinity) - (b.linea ?? Infinity)) }
    : { datos, faltas: [] }
}

const ILEGIBLE = (linea: number | null, encontrado: string): FaltaDeDatos => ({
  linea,
  campo: '',
  encontrado,
  esperado: 'un renglón «Campo: valor» o, en las listas, uno por elemento, con un guion',
  remedio: 'Ponga entre comillas el valor que lleve dos puntos, y con los mismos espacios los elementos de una lista.',
})

/** A value of the file with the field that it is of. */
interface Puesto {
  readonly campo: string
  readonly clave: Node
  readonly valor: Node | null
}

class Lector {
  readonly faltas: FaltaDeDatos[] = []

  constructor(private readonly lineaDe: (nodo: Node | null) => number | null) {}

  private falta(campo: string, nodo: Node | null, encontrado: string, esperado: string, remedio: string): undefined {
    this.faltas.push({ linea: this.lineaDe(nodo), campo, encontrado, esperado, remedio })
  }

  /** Each field that the file says, once. */
  porNombre(pares: readonly Pair<Node, Node | null>[]): ReadonlyMap<string, Puesto> {
    const puestos = new Map<string, Puesto>()
    for (const { key: clave, value: valor } of pares) {
      const escrito = isScalar(clave) ? String(clave.value) : ''
      const campo = NOMBRES.find((nombre) => normalizarNombre(nombre) === normalizarNombre(escrito))
      const antes = campo === undefined ? undefined : puestos.get(campo)
      if (campo === undefined) {
        const cercano = closest(escrito, [...NOMBRES])
        const parecido = distance(normalizarNombre(escrito), normalizarNombre(cercano)) <= Math.max(2, cercano.length / 3)
        this.falta(
          escrito,
          clave,
          `el campo «${escrito}»`,
          'un campo de la política',
          parecido ? `El más parecido es «${cercano}».` : `Son estos: ${NOMBRES.join(', ')}.`,
        )
      } else if (antes !== undefined)
        this.falta(
          campo,
          clave,
          `otra vez «${campo}»`,
          'cada campo una sola vez',
          `Ya está en el renglón ${this.lineaDe(antes.clave)}. Deje uno solo.`,
        )
      else puestos.set(campo, { campo, clave, valor })
    }
    return puestos
  }

  datos(puestos: ReadonlyMap<string, Puesto>): DatosDePolitica | null {
    const campos = new Map<string, string | number>()
    for (const { campo, clase } of CAMPOS_DE_POLITICA) {
      const puesto = puestos.get(campo)
      const valor =
        puesto === undefined
          ? undefined
          : clase === 'anio'
            ? this.anio(puesto)
            : clase === 'fecha'
              ? this.fecha(puesto)
              : this.texto(puesto)
      if (valor !== undefined) campos.set(campo, valor)
    }
    const plan = this.plan(puestos, campos)
    const objetivos = this.lista(puestos.get('Objetivos'))
    const sectores = this.lista(puestos.get('Sectores'))
    const semaforo = this.semaforo(puestos.get('Semáforo'))
    const periodos = this.periodos(puestos.get('Períodos'))
    return plan === null ? null : { plan, campos, objetivos, sectores, semaforo, periodos }
  }

  /** What a scalar says, trimmed; undefined, noted, where there is none. An empty value is a field left for later. */
  private escrito({ campo, clave, valor }: Puesto): string | undefined {
    if (valor === null || (isScalar(valor) && valor.value === null)) return undefined
    if (!isScalar(valor))
      return this.falta(campo, clave, 'una lista u otra cosa', 'un solo valor', 'Escríbalo en el mismo renglón, después de los dos puntos.')
    const texto = String(valor.value).replace(/\s+/gu, ' ').trim()
    return texto === '' ? undefined : texto
  }

  private texto(puesto: Puesto): string | undefined {
    return this.escrito(puesto)
  }

  private anio(puesto: Puesto): number | undefined {
    const escrito = this.escrito(puesto)
    if (escrito === undefined) return undefined
    const anio = Number(escrito)
    if (/^\d{4}$/u.test(escrito) && anio >= 1900 && anio <= 2200) return anio
    return this.falta(puesto.campo, puesto.valor, `«${escrito}»`, 'un año de cuatro cifras, entre 1900 y 2200', 'Escriba el año completo.')
  }

  private fecha(puesto: Puesto): string | undefined {
    const escrito = this.escrito(puesto)
    if (escrito === undefined) return undefined
    const dia = diaDeTexto(escrito)
    if (dia !== null) return dia
    return this.falta(
      puesto.campo,
      puesto.valor,
      `«${escrito}»`,
      'una fecha',
      'Escríbala como 2031-01-24, 24/01/2031 o 24 de enero de 2031.',
    )
  }

  /** The years on which the columns stand: without them there is no workbook. */
  private plan(puestos: ReadonlyMap<string, Puesto>, campos: ReadonlyMap<string, string | number>): Plan | null {
    const [inicio, fin, vigencia] = DEL_PLAN.map((campo) => {
      const anio = campos.get(campo)
      const dicho = this.faltas.some((falta) => falta.campo === campo)
      if (anio === undefined && !dicho)
        this.falta(
          campo,
          puestos.get(campo)?.clave ?? null,
          'un archivo sin ese año',
          `el campo «${campo}»`,
          `Agregue un renglón «${campo}: » con el año.`,
        )
      return anio as number | undefined
    })
    if (inicio === undefined || fin === undefined || vigencia === undefined) return null
    const valor = (campo: string) => puestos.get(campo)?.valor ?? null
    if (fin < inicio || fin - inicio >= MAS_ANIOS) {
      this.falta(
        'Año final del plan',
        valor('Año final del plan'),
        String(fin),
        `un año entre ${inicio}, el inicial, y ${inicio + MAS_ANIOS - 1}`,
        'Corrija el año inicial o el final del plan.',
      )
      return null
    }
    if (vigencia < inicio || vigencia > fin) {
      this.falta(
        'Vigencia',
        valor('Vigencia'),
        String(vigencia),
        `una vigencia dentro del plan (${inicio}–${fin})`,
        'Corrija la vigencia o los años del plan.',
      )
      return null
    }
    return { inicio, fin, vigencia }
  }

  /** The texts of a list, none empty and none twice. */
  private lista(puesto: Puesto | undefined): readonly string[] {
    if (puesto === undefined || puesto.valor === null || (isScalar(puesto.valor) && puesto.valor.value === null)) return []
    const { campo, clave, valor } = puesto
    if (!isSeq(valor)) {
      this.falta(
        campo,
        clave,
        'algo que no es una lista',
        'una lista, con un renglón por elemento',
        'Escriba cada uno debajo, después de un guion y un espacio.',
      )
      return []
    }
    const textos = new Map<string, number | null>()
    return (valor.items as readonly (Node | null)[]).flatMap((nodo) => {
      const texto = this.escrito({ campo, clave: nodo ?? clave, valor: nodo })
      const [linea, llave] = [this.lineaDe(nodo), normalizarNombre(texto ?? '')]
      if (texto === undefined) {
        if (nodo === null || isScalar(nodo))
          this.falta(campo, nodo ?? clave, 'un elemento vacío', 'un texto', 'Escríbalo o quite ese renglón.')
        return []
      }
      if (textos.has(llave)) {
        this.falta(
          campo,
          nodo,
          `otra vez «${texto}»`,
          'cada elemento una sola vez',
          `Ya está en el renglón ${textos.get(llave)}. Deje uno solo.`,
        )
        return []
      }
      textos.set(llave, linea)
      return [texto]
    })
  }

  /** The ranges of the semáforo, in the order in which colours are listed. */
  private semaforo(puesto: Puesto | undefined): readonly Rango[] {
    if (puesto === undefined || puesto.valor === null || (isScalar(puesto.valor) && puesto.valor.value === null)) return []
    const { campo, clave, valor } = puesto
    const comoEs = 'un renglón por color, con su rango: «51 a 75», «76 o más»'
    if (!isMap(valor)) {
      this.falta(
        campo,
        clave,
        'algo que no son tres colores',
        comoEs,
        'Escriba debajo «Verde: », «Amarillo: » y «Rojo: », con dos espacios antes.',
      )
      return []
    }
    const antes = this.faltas.length
    const rangos = (valor.items as readonly Pair<Node, Node | null>[]).flatMap((par) => {
      const escrito = isScalar(par.key) ? String(par.key.value) : ''
      const color = COLORES.find((uno) => normalizarNombre(uno) === normalizarNombre(escrito))
      if (color === undefined) {
        this.falta(campo, par.key, `«${escrito}»`, 'uno de estos colores: verde, amarillo, rojo', 'Corrija el color.')
        return []
      }
      const texto = this.escrito({ campo, clave: par.key, valor: par.value }) ?? ''
      const rango = leerRango(color, texto)
      if (rango === null)
        this.falta(
          campo,
          par.key,
          texto === '' ? 'un color sin rango' : `«${texto}»`,
          'un rango de porcentajes enteros',
          'Escríbalo como «51 a 75» o «76 o más».',
        )
      return rango === null ? [] : [rango]
    })
    const reparo = this.faltas.length > antes ? null : reparoDeRangos(rangos)
    if (reparo !== null)
      this.falta(campo, clave, escribirRangos(rangos), `cada porcentaje desde 0 una sola vez, en los tres colores`, reparo)
    return rangos
  }

  private periodos(puesto: Puesto | undefined): DatosDePolitica['periodos'] {
    const escrito = puesto === undefined ? undefined : this.escrito(puesto)
    if (puesto === undefined || escrito === undefined) return null
    const periodos = PERIODICIDADES.find((una) => normalizarNombre(una) === normalizarNombre(escrito))
    if (periodos !== undefined) return periodos === 'Anual' ? null : periodos
    this.falta(
      puesto.campo,
      puesto.valor,
      `«${escrito}»`,
      `uno de estos valores: ${PERIODICIDADES.join(', ')}`,
      'Elija cada cuánto se reporta lo de la vigencia.',
    )
    return null
  }
}
