/** The dictionary: every column of every table, as a table of its own. */
import { type Campo, type CampoDe, type Recurso, recurso } from './recurso.js'

interface Entrada {
  readonly recurso: string
  readonly campo: Campo
  readonly orden: number
}

/** What each type is, for whoever does not know the names of Table Schema. */
const TIPOS: Readonly<Record<Campo['tipo'], string>> = {
  string: 'texto',
  integer: 'número entero',
  number: 'número',
  date: 'fecha (año-mes-día)',
  year: 'año',
}

/** The dictionary of these tables, and of itself. */
export function diccionario(recursos: readonly Recurso[]): Recurso {
  const suyas = (nombre: string, campos: readonly Campo[]) => campos.map((campo, i): Entrada => ({ recurso: nombre, campo, orden: i + 1 }))
  return recurso<Entrada>({
    nombre: 'diccionario',
    titulo: 'Diccionario',
    descripcion: 'Qué es cada columna de cada tabla. Una fila por columna.',
    clave: ['tabla', 'campo'],
    campos: CAMPOS,
    filas: [...recursos.flatMap(({ nombre, campos }) => suyas(nombre, campos)), ...suyas('diccionario', CAMPOS)],
  })
}

function texto(nombre: string, titulo: string, descripcion: string, valor: (e: Entrada) => string | null, vacio: string | null = null) {
  return { nombre, titulo, descripcion, tipo: 'string', unidad: '', vacio, regla: 'Lo que el programa dice de la columna.', valor } as const
}

const CAMPOS: readonly CampoDe<Entrada>[] = [
  texto('tabla', 'Tabla', 'Nombre de la tabla.', (e) => e.recurso),
  {
    ...texto('orden', 'Orden', 'Lugar de la columna en su tabla, desde 1.', () => null),
    tipo: 'integer',
    minimo: 1,
    valor: ({ orden }) => orden,
  },
  texto('campo', 'Campo', 'Nombre de la columna en los CSV y los JSON.', ({ campo }) => campo.nombre),
  texto('titulo', 'Título', 'Título de la columna en el libro de Excel.', ({ campo }) => campo.titulo),
  texto('descripcion', 'Descripción', 'Qué dice la columna.', ({ campo }) => campo.descripcion),
  { ...texto('tipo', 'Tipo', 'De qué tipo son sus valores.', ({ campo }) => TIPOS[campo.tipo]), valores: Object.values(TIPOS) },
  texto('unidad', 'Unidad', 'En qué están sus valores.', ({ campo }) => campo.unidad || null, 'No tiene unidad.'),
  texto(
    'valores',
    'Valores',
    'Los que puede tener, separados por punto y coma.',
    ({ campo }) => campo.valores?.join('; ') ?? null,
    'Cualquiera de su tipo.',
  ),
  texto('vacio', 'Vacío', 'Qué quiere decir una celda vacía.', ({ campo }) => campo.vacio, 'Ninguna va vacía.'),
  texto('regla', 'Regla', 'De dónde salen sus valores.', ({ campo }) => campo.regla),
]
