/** What is wrong with the list of a batch: every rule and its words, the only place of them. */

/** One fault in words for the person who can mend it. */
export interface Falta {
  readonly regla: ReglaDeLista
  /** `lista.csv:3, columna «libro»`, or the file. */
  readonly lugar: string
  readonly encontrado: string
  readonly esperado: string
  readonly remedio: string
}

const PALABRAS = {
  'lista-codificacion': {
    esperado: 'un texto en UTF-8',
    remedio: 'En Excel, guárdela con el tipo «CSV UTF-8 (delimitado por comas)».',
  },
  'lista-mal-escrita': {
    esperado: 'un CSV bien formado: un valor con comillas va entero entre comillas, y las suyas, dobladas («""»)',
    remedio: 'Corrija las comillas de esa línea.',
  },
  'lista-sin-libro': {
    esperado: 'una columna «libro» en la primera línea',
    remedio: 'Escriba «libro» sobre la columna de las rutas de los libros.',
  },
  'lista-columna-ajena': {
    esperado: 'solo las columnas libro, salida, plantillas y tema, una vez cada una',
    remedio: 'Corrija el nombre de esa columna, o quítela.',
  },
  'lista-celdas-de-mas': {
    esperado: 'tantos valores como columnas',
    remedio: 'Quite lo que sobra; un valor que tiene el separador va entre comillas.',
  },
  'lista-libro-vacio': { esperado: 'la ruta de un libro de Excel', remedio: 'Escriba la ruta, o borre la línea.' },
  'lista-vacia': { esperado: 'al menos un libro', remedio: 'Ponga ahí los libros (.xlsx) que quiere en el lote.' },
  'lista-no-xlsx': { esperado: 'un libro de Excel (.xlsx)', remedio: 'Escriba la ruta de un .xlsx.' },
  'lista-plantillas': { esperado: 'una carpeta de plantillas', remedio: 'Corrija la ruta: se lee desde la carpeta de la lista.' },
  'carpeta-imposible': {
    esperado: 'un nombre que sirva de carpeta en cualquier equipo',
    remedio: 'Cambie el nombre del libro, o escriba otro en la columna «salida» de una lista.',
  },
  'carpeta-repetida': {
    esperado: 'una carpeta para cada libro (mayúsculas y minúsculas no las distinguen)',
    remedio: 'Cambie el nombre de uno, o escriba otro en la columna «salida» de una lista.',
  },
} as const

export type ReglaDeLista = keyof typeof PALABRAS

export function falta(regla: ReglaDeLista, lugar: string, encontrado: string): Falta {
  return { regla, lugar, encontrado, ...PALABRAS[regla] }
}
