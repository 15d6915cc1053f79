/** The tables of the report, one by one: the columns, rows and totals that it prints, with their values for machines. */
import { explicarOrigen } from '../../explain/index.js'
import { CAMPOS_GRUPO, CAMPOS_PRODUCTO, type CampoProducto } from '../../model/index.js'
import { type CeldaTabla, type FilaTabla, identificador, type Origen, type Publicado, type Report } from '../../report/index.js'
import { numeroDeMaquina } from '../numero.js'
import { type CampoDe, foranea, PROPORCION, type Recurso, recurso, type Valor } from '../recurso.js'
import { CODIGO } from './campos.js'

type Tabla = Publicado['tablas'][number]

const ISO = /^\d{4}-\d{2}-\d{2}$/u
const PARTES: readonly string[] = ['avance', 'planeado', 'diferencia', 'cumplimiento']
const MONTOS: readonly string[] = ['meta', 'logro', 'meta acumulada', 'logro acumulado', 'meta final'] satisfies readonly CampoProducto[]
const RECUENTOS: readonly string[] = [
  ...CAMPOS_GRUPO.filter((campo) => !PARTES.includes(campo) && campo !== 'balance'),
  'recuento de productos',
]

export function recursosDeTablas(report: Report, { tablas }: Publicado): readonly Recurso[] {
  return tablas.map((tabla) => deTabla(report, tabla))
}

function deTabla(report: Report, tabla: Tabla): Recurso {
  const { numero, titulo, fuente, filas } = tabla
  const conCodigo = filas.some(({ celdas }) => celdas[0]?.codigo !== undefined)
  const conTotal = filas.some(({ tipo }) => tipo === 'total')
  const columnas = tabla.columnas.map((columna, i) => campoDeColumna(report, tabla, columna, i))
  return recurso<FilaTabla>({
    nombre: `tabla-${numero.toLowerCase().padStart(2, '0')}`,
    titulo: plano(`Tabla ${numero}. ${titulo}`),
    hoja: `Tabla ${numero}`,
    descripcion: plano(['Tabla del informe, como la imprime.', ...(fuente === '' ? [] : [fuente])].join(' ')),
    clave: [],
    foraneas: conCodigo ? [foranea('codigo', 'productos')] : [],
    campos: distintos([...(conTotal ? [FILA] : []), ...(conCodigo ? [DE_SU_CODIGO] : []), ...columnas]),
    filas,
  })
}

const FILA: CampoDe<FilaTabla> = {
  nombre: 'fila',
  titulo: 'Fila',
  descripcion: 'Si es del cuerpo de la tabla o su total. Para sumar una columna, deje por fuera el total.',
  tipo: 'string',
  unidad: '',
  vacio: null,
  regla: 'Lugar de la fila en la tabla del informe.',
  valores: ['cuerpo', 'total'] satisfies readonly FilaTabla['tipo'][],
  valor: ({ tipo }) => tipo,
}

const DE_SU_CODIGO: CampoDe<FilaTabla> = { ...CODIGO, valor: ({ celdas }) => celdas[0]?.codigo ?? null }

function campoDeColumna(report: Report, { filas }: Tabla, { titulo, alinear }: Tabla['columnas'][number], i: number): CampoDe<FilaTabla> {
  const celdas = filas.flatMap(({ celdas }) => celdas[i] ?? [])
  const conOrigen = celdas.find(({ origen }) => origen !== null)
  const regla = conOrigen?.origen?.regla ?? ''
  const numerica = alinear === 'derecha'
  return {
    nombre: nombreDeCampo(titulo),
    titulo: plano(titulo),
    descripcion: `Lo que la tabla imprime bajo «${plano(titulo)}».`,
    tipo: numerica ? 'number' : sonFechas(celdas) ? 'date' : 'string',
    unidad: unidadDe(regla),
    vacio: celdas.some(({ valor }) => valor === null) ? 'La tabla no tiene cifra allí: imprime una raya o por qué no la hay.' : null,
    regla: conOrigen?.origen ? porRegla(report, conOrigen.origen, conOrigen.texto) : 'Se lee del libro tal como está.',
    valor: (fila) => valorDe(fila.celdas[i]),
    proporcion: (fila) => esProporcion(report, fila.celdas[i]?.origen ?? null),
  }
}

function valorDe(celda: CeldaTabla | undefined): Valor {
  const valor = celda?.valor ?? null
  return typeof valor === 'number' ? numeroDeMaquina(valor) : valor && plano(valor)
}

function porRegla(report: Report, origen: Origen, texto: string): string {
  const { enunciado, fuente } = explicarOrigen(report, origen, texto).regla
  return `${enunciado} (${fuente})`
}

function unidadDe(regla: string): string {
  if (PARTES.includes(regla)) return PROPORCION
  if (MONTOS.includes(regla)) return 'la del producto'
  return RECUENTOS.includes(regla) ? 'productos' : ''
}

function esProporcion({ indicadores }: Report, origen: Origen | null): boolean {
  if (origen === null) return false
  if (!(CAMPOS_PRODUCTO as readonly string[]).includes(origen.regla)) return PARTES.includes(origen.regla)
  if (PARTES.includes(origen.regla)) return true
  return indicadores.productos.some(
    ({ producto: { codigo, unidad } }) => unidad === 'Porcentaje' && origen.nombre === `${codigo} ${origen.regla}`,
  )
}

function sonFechas(celdas: readonly CeldaTabla[]): boolean {
  return celdas.length > 0 && celdas.every(({ valor }) => typeof valor === 'string' && ISO.test(valor))
}

/** A title as a name: of one that begins with a figure, what databases do not take is made a word. */
function nombreDeCampo(titulo: string): string {
  const nombre = identificador(titulo).replaceAll('-', '_')
  return /^[a-z]/u.test(nombre) ? nombre : `columna_${nombre}`
}

/** The same columns, each with a name of its own. */
function distintos(campos: readonly CampoDe<FilaTabla>[]): readonly CampoDe<FilaTabla>[] {
  return campos.map((campo, i) => {
    const antes = campos.slice(0, i).filter(({ nombre }) => nombre === campo.nombre).length
    return antes === 0 ? campo : { ...campo, nombre: `${campo.nombre}_${antes + 1}`, titulo: `${campo.titulo} (${antes + 1})` }
  })
}

/** Words with plain spaces: the hard ones keep lines together in print, and are told from the others by programs only. */
function plano(texto: string): string {
  return texto.replaceAll('\u00A0', ' ').replaceAll('\u202F', ' ')
}
