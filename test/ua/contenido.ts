import { Cadena, type Diccionario, Lector, nombreDe, Palabra, type Valor } from './objetos.js'

/** A mark that is open: its name, its number in the structure (null for none), and what else it says. */
export interface Marca {
  readonly nombre: string
  readonly mcid: number | null
  readonly propiedades: Diccionario
}

/** A step of a page's content that matters here. `abiertas`: the marks round it, the outermost first. */
export type Paso =
  | { readonly clase: 'abre'; readonly marca: Marca; readonly abiertas: readonly Marca[] }
  /** Ink: text, a line, a fill, a picture. */
  | { readonly clase: 'pinta'; readonly operador: string; readonly objeto: string; readonly abiertas: readonly Marca[] }
  /** Text: the name of its font in the page's resources, and the bytes shown. */
  | { readonly clase: 'texto'; readonly fuente: string; readonly bytes: string; readonly abiertas: readonly Marca[] }

const PINTAN = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do', 'EI'])
const TEXTOS = new Set(['Tj', 'TJ', "'", '"'])

/** What is drawn on a page, step by step. `propiedades`: those that the page's resources name. */
export function pasosDe(contenido: string, propiedades: (nombre: string) => Diccionario): readonly Paso[] {
  const lector = new Lector(contenido)
  const pasos: Paso[] = []
  const abiertas: Marca[] = []
  const fuentes: string[] = []
  let fuente = ''
  let operandos: Valor[] = []
  for (let valor = lector.siguiente(); valor !== undefined; valor = lector.siguiente()) {
    if (!(valor instanceof Palabra)) {
      operandos.push(valor)
      continue
    }
    const operador = valor.palabra
    if (operador === 'BDC' || operador === 'BMC') {
      const marca = leerMarca(operandos, propiedades)
      pasos.push({ clase: 'abre', marca, abiertas: [...abiertas] })
      abiertas.push(marca)
    } else if (operador === 'EMC') abiertas.pop()
    else if (operador === 'q') fuentes.push(fuente)
    else if (operador === 'Q') fuente = fuentes.pop() ?? ''
    else if (operador === 'Tf') fuente = nombreDe(operandos[0])
    else if (TEXTOS.has(operador)) pasos.push({ clase: 'texto', fuente, bytes: bytesDe(operandos), abiertas: [...abiertas] })
    else if (PINTAN.has(operador)) pasos.push({ clase: 'pinta', operador, objeto: nombreDe(operandos[0]), abiertas: [...abiertas] })
    operandos = []
  }
  return pasos
}

function leerMarca([nombre, segundo]: readonly Valor[], propiedades: (nombre: string) => Diccionario): Marca {
  const dic = segundo instanceof Map ? segundo : propiedades(nombreDe(segundo))
  const mcid = dic.get('MCID')
  return { nombre: nombreDe(nombre), mcid: typeof mcid === 'number' ? mcid : null, propiedades: dic }
}

function bytesDe(operandos: readonly Valor[]): string {
  return operandos
    .flat()
    .map((parte) => (parte instanceof Cadena ? parte.bytes : ''))
    .join('')
}
