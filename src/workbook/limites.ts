/** How much a workbook may ask of whoever reads it. Each limit is far above any real workbook; the guide prints this table. */

interface Limite {
  /** What it counts, as a message says it after a number. */
  readonly unidad: string
  readonly porOmision: number
  /** Completes «protege de …», in the guide. */
  readonly protege: string
}

export const LIMITES_DEL_LIBRO = {
  megas: { unidad: 'MB de archivo', porOmision: 100, protege: 'cargar en memoria un archivo que no es el libro' },
  'megas-abierto': {
    unidad: 'MB una vez abierto',
    porOmision: 100,
    protege: 'un archivo pequeño que al abrirse llena la memoria o el disco (una «bomba»)',
  },
  razon: {
    unidad: 'veces lo que pesa, en una parte de más de 1 MB',
    porOmision: 500,
    protege: 'lo mismo: ninguna hoja de verdad se comprime tanto',
  },
  partes: { unidad: 'archivos dentro del libro', porOmision: 5_000, protege: 'un índice interminable' },
  hojas: { unidad: 'hojas', porOmision: 500, protege: 'un libro que se va en abrir y cerrar hojas' },
  filas: { unidad: 'filas en una hoja', porOmision: 100_000, protege: 'filas vacías con formato hasta el final de la hoja' },
  columnas: { unidad: 'celdas en una fila', porOmision: 2_000, protege: 'columnas vacías con formato hasta el final de la hoja' },
  celdas: { unidad: 'celdas', porOmision: 1_000_000, protege: 'quedarse sin memoria con un libro que no es una política' },
  caracteres: { unidad: 'caracteres en una celda', porOmision: 32_767, protege: 'un texto que Excel mismo no guarda: ese es su máximo' },
  palabra: {
    unidad: 'caracteres seguidos sin un espacio',
    porOmision: 1_000,
    protege: 'un renglón que no se puede partir; la dirección de un enlace cabe',
  },
  formulas: { unidad: 'fórmulas', porOmision: 80_000, protege: 'fórmulas en cadena; el programa nunca las calcula' },
  profundidad: { unidad: 'niveles de anidamiento', porOmision: 64, protege: 'partes que se abren una dentro de otra sin fin' },
  faltas: { unidad: 'errores y otros tantos avisos dichos', porOmision: 1_000, protege: 'una lista que nadie puede leer' },
  segundos: { unidad: 'segundos de lectura', porOmision: 60, protege: 'cualquier otra cosa que no termine' },
} as const satisfies Readonly<Record<string, Limite>>

export type NombreDeLimite = keyof typeof LIMITES_DEL_LIBRO

/** A value for each limit: a whole number, 1 or more. */
export type Limites = Readonly<Record<NombreDeLimite, number>>

export const NOMBRES_DE_LIMITES = Object.keys(LIMITES_DEL_LIBRO) as readonly NombreDeLimite[]

/** The limits as they are unless somebody asks for others. */
export const LIMITES = Object.fromEntries(NOMBRES_DE_LIMITES.map((nombre) => [nombre, LIMITES_DEL_LIBRO[nombre].porOmision])) as Limites

export const MEGA = 1024 * 1024
