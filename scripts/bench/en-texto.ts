/** The results in a terminal. */
import type { Resumen } from './estadistica.js'
import type { Medida, Pareja, Punto, Resultado, Salida } from './resultado.js'

const ETAPAS: Readonly<Record<string, string>> = {
  lectura: 'Leer y revisar el libro',
  cifras: 'Calcular',
  composicion: 'Plantillas',
  graficas: 'Gráficas',
  escritura: 'Escribir los formatos',
  docx: '  Word, en su hilo',
  pdf: '  PDF, en su hilo',
  html: '  HTML, en su hilo',
  datos: 'Tablas y datos',
  publicacion: 'Guardar en la carpeta',
}

const SALIDAS: Readonly<Record<Salida, string>> = { todo: 'todo', docx: 'Word', pdf: 'PDF' }

const decimal = new Intl.NumberFormat('es-CO', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const centesimas = new Intl.NumberFormat('es-CO', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
const segundos = (ms: number) => `${decimal.format(ms / 1000)} s`
const entre = ({ minimo, maximo }: Resumen, decir: (n: number) => string) => `${decir(minimo)} – ${decir(maximo)}`
const megas = (n: number) => `${n} MB`
const fila = (...[nombre = '', ...celdas]: readonly string[]) =>
  `${nombre.padEnd(34)}${celdas.map((c) => c.padStart(16)).join('')}`.trimEnd()

/** Everything measured, as lines to read. */
export function enTexto({ equipo, trabajo, graficas, escala, correccion, contra, faltas }: Resultado): string {
  const { procesador, nucleos, gigas, sistema, node } = equipo
  const extension = trabajo.extension === null ? '' : `, ${trabajo.extension.paginas} páginas y ${trabajo.extension.palabras} palabras`
  return [
    `${procesador}, ${nucleos} procesadores, ${gigas} GB, ${sistema}, Node ${node}`,
    '',
    fila(`Trabajo completo, ${trabajo.veces} veces${extension}`),
    ...deMedida('', trabajo),
    '',
    fila('Etapa', 'desde', 'tarda'),
    fila('Arranque', '0 ms', `${trabajo.arranque} ms`),
    ...trabajo.etapas.map(({ nombre, desde, ms }) => fila(ETAPAS[nombre] ?? nombre, `${desde} ms`, `${ms} ms`)),
    fila('En ninguna etapa', '', `${trabajo.resto} ms`),
    '',
    ...graficas.flatMap((suya) => deMedida(`Gráficas sueltas (${suya.cuales}), `, suya)),
    ...conTitulo(escala.map(dePunto), fila('Escala', 'tiempo', 'procesador', 'por producto', 'memoria')),
    ...conTitulo(correccion.map(dePareja), fila('Una cifra corregida', 'tibia ÷ fría', 'entre', 'tibia', 'fría')),
    ...conTitulo(contra.map(dePareja), fila('Frente a', 'nuestro ÷ suyo', 'entre', 'nuestro', 'suyo')),
    ...contra.flatMap(deExtension),
    ...(faltas.length === 0 ? [] : ['', ...faltas.map(({ nombre, porque }) => `No se midió ${nombre}: ${porque}`)]),
  ].join('\n')
}

const conTitulo = (filas: readonly string[], titulo: string) => (filas.length === 0 ? [] : ['', titulo, ...filas])

function deMedida(prefijo: string, { ms, cpu, megas: memoria }: Medida): readonly string[] {
  return [
    fila(`${prefijo}tiempo`, segundos(ms.mediana), entre(ms, segundos)),
    ...(cpu === null ? [] : [fila(`${prefijo}procesador`, segundos(cpu.mediana), entre(cpu, segundos))]),
    ...(memoria === null ? [] : [fila(`${prefijo}memoria`, megas(memoria.mediana), entre(memoria, megas))]),
  ]
}

function dePunto({ veces, sectores, productos, salida, ms, cpu, megas: memoria }: Punto): string {
  return fila(
    `${veces}×: ${productos} en ${sectores}, ${SALIDAS[salida]}`,
    segundos(ms.mediana),
    cpu === null ? '' : segundos(cpu.mediana),
    `${decimal.format(ms.mediana / productos)} ms`,
    memoria === null ? '' : megas(memoria.mediana),
  )
}

function dePareja({ nombre, razon, una, otra }: Pareja): string {
  const dicho = (n: number) => centesimas.format(n)
  return fila(nombre, dicho(razon.mediana), entre(razon, dicho), segundos(una.ms.mediana), segundos(otra.ms.mediana))
}

function deExtension({ nombre, una, otra }: Pareja): readonly string[] {
  if (una.extension === null || otra.extension === null) return []
  const dicha = ({ paginas, palabras }: { paginas: number; palabras: number }) => `${paginas} páginas, ${palabras} palabras`
  return [`  ${nombre}: nuestro, ${dicha(una.extension)}; suyo, ${dicha(otra.extension)}.`]
}
