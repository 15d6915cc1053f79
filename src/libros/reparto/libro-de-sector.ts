/** A sector's workbook, ready to be written: what it fills in is open, and the rest is there to be seen. */
import type { Tabla } from '../../workbook/index.js'
import { celdaDeNumero, celdaDeTexto } from '../celda.js'
import { hojasDeTablas } from '../de-tablas.js'
import { columna, type Plan } from '../forma/columnas.js'
import type { Celda, Columna, Hoja } from '../hoja.js'
import { celdaBajo, claveDe, dichoEn, filasDeTabla, tablaDe } from '../tablas.js'
import { hojaDeEntrega, type Reparto } from './entrega.js'
import { anioDe, enPalabras, sePide } from './periodo.js'
import { MOSTRADAS } from './tablas-de-sector.js'

/** Whom the workbook goes back to. */
export interface Destino {
  readonly politica: string
  readonly dependencia: string
  readonly sigla: string
}

/** The sheets of a sector's workbook: what to do, who does it, what is asked, and then what is only shown. `tablas`: those of `tablasDeSector`. */
export function libroDeSector(tablas: readonly Tabla[], reparto: Reparto, destino: Destino, plan: Plan): readonly Hoja[] {
  const hojas = hojasDeTablas(tablas, plan).slice(1)
  const inicioDe = iniciosDe(tablas)
  return [
    instruccionesDeSector(reparto, destino),
    hojaDeEntrega(reparto),
    ...hojas.map((hoja, i) => protegida(hoja, tablas[i], inicioDe, reparto.periodo)),
  ]
}

/** What only shows, narrower than where it is written, since the row is as high as its longest text. */
const ANCHOS: Readonly<Record<string, number>> = {
  Producto: 44,
  'Tipo de anualización': 14,
  'Unidad de medida': 18,
  'Meta de la vigencia': 12,
}
const AYUDAS: Readonly<Record<string, string>> = {
  Producto: 'El nombre del producto. Solo se muestra.',
  'Tipo de anualización':
    'Suma: se escribe solo lo logrado en ese período. Constante, Creciente y Decreciente: se escribe el nivel al que se llegó.',
  'Unidad de medida': 'Qué se cuenta. Vacía en lo que se mide en porcentaje. Solo se muestra.',
  'Meta de la vigencia': 'La meta de este año, como la fija el plan de acción. Solo se muestra.',
}

function protegida(hoja: Hoja, tabla: Tabla | undefined, inicioDe: (codigo: string) => number, periodo: string): Hoja {
  const mostradas = MOSTRADAS[hoja.nombre] ?? []
  const anio = String(anioDe(periodo))
  const pedidas = hoja.columnas.map(({ titulo }) => sePide(hoja.nombre, titulo, periodo))
  const columnas = hoja.columnas.map((una): Columna => {
    if (!mostradas.includes(una.titulo)) return una
    return {
      ...columna(una.titulo, una.titulo === 'Meta de la vigencia' ? 'cantidad' : 'texto', ANCHOS[una.titulo] ?? una.ancho),
      ...ayudaDe(una.titulo),
    }
  })
  return {
    ...hoja,
    columnas,
    nota: pedidas.some(Boolean) ? `Diligencie las celdas amarillas: ${enPalabras(periodo)}. Lo gris solo se muestra.` : 'Solo se muestra.',
    filas: hoja.filas.map((fila, i) => {
      const leida = tabla?.filas[i]
      const codigo = tabla === undefined || leida === undefined ? null : claveDe(tabla, leida)
      const inicio = codigo === null ? 0 : inicioDe(codigo)
      const delAnio = hoja.nombre === 'Avances' && tabla !== undefined && leida !== undefined ? dichoEn(celdaBajo(tabla, leida, anio)) : ''
      return fila.map((celda, j): Celda => {
        const titulo = columnas[j]?.titulo ?? ''
        const como =
          titulo === 'Meta de la vigencia' && typeof celda.valor === 'number' && celda.formato === null ? celdaDeNumero(celda.valor) : celda
        if (pedidas[j] !== true) return { ...como, aspecto: 'mostrada' }
        if (inicio > Number(anio)) return { ...como, aspecto: 'mostrada', nota: `Empieza en ${inicio}: aún no hay nada que reportar.` }
        // A period could only contradict it.
        if (delAnio !== '' && titulo !== anio && periodo !== anio)
          return { ...como, aspecto: 'mostrada', nota: `Ya tiene el valor de todo ${anio}: no se le pide por períodos.` }
        return { ...como, abierta: true, aspecto: 'pedida' }
      })
    }),
    proteccion: 'todo-menos-abiertas',
  }
}

const ayudaDe = (titulo: string): Pick<Columna, 'ayuda'> => {
  const ayuda = AYUDAS[titulo]
  return ayuda === undefined ? {} : { ayuda }
}

/** The first year of each product: before it there is nothing to report. */
function iniciosDe(tablas: readonly Tabla[]): (codigo: string) => number {
  const productos = tablaDe(tablas, 'Productos')
  const filas = filasDeTabla(productos)
  return (codigo) => {
    const fila = filas.get(codigo)
    return productos === undefined || fila === undefined ? 0 : Number(dichoEn(celdaBajo(productos, fila, 'Año de inicio')).replace('.', ''))
  }
}

function instruccionesDeSector({ sector, periodo }: Reparto, { politica, dependencia, sigla }: Destino): Hoja {
  const quien = `quien se lo envió: ${dependencia} (${sigla})`
  const renglones: readonly (readonly [string, string, string])[] = [
    ['1', 'Entrega', 'Escriba su nombre y la fecha en que entrega el libro.'],
    [
      '2',
      'Avances',
      `Escriba lo alcanzado por cada producto en ${periodo.includes('-') ? 'el ' : ''}${enPalabras(periodo)}, en las celdas amarillas. A la izquierda están el producto y su meta; en gris, lo reportado antes. Si el tipo de anualización es Suma, escriba solo lo logrado en ese período; en los demás, el nivel al que se llegó. El cero es un dato: si no hay dato, deje la celda vacía. En un producto que se mide en porcentaje, escriba el signo: 35 %.`,
    ],
    [
      '3',
      'Reportes',
      'Cuente los logros de cada producto y, si las hay, sus dificultades y observaciones. Con Alt+Entrar se pasa de renglón dentro de la celda; un renglón en blanco separa los párrafos. No escriba el cumplimiento ni el rezago: el informe los calcula.',
    ],
    ['4', 'El archivo', `Guárdelo como libro de Excel (.xlsx) y devuélvalo a ${quien}.`],
    [
      '',
      'Colores',
      'En amarillo, lo que usted diligencia. En gris, lo que solo se muestra: las hojas están protegidas, sin contraseña, para que no cambie por descuido. No agregue filas, columnas ni hojas: lo que se escriba fuera de las celdas amarillas no se recibe.',
    ],
    [
      '',
      'Si algo está mal',
      'Si el nombre de un producto, una meta o un avance de antes no es correcto, no lo corrija aquí: dígalo a quien le envió el libro, para que se lo envíe corregido.',
    ],
    ['', 'Las demás hojas', 'Metas, Productos, Sectores, Objetivos, Semáforo y Política son para consultar.'],
  ]
  return {
    nombre: 'Instrucciones',
    titulo: `Reporte de ${sector} · ${enPalabras(periodo)}`,
    nota: politica,
    columnas: [columna('Paso', 'texto', 8), columna('Hoja', 'texto', 18), columna('Qué se hace', 'texto', 110)],
    filas: renglones.map((renglon) => renglon.map((texto) => (texto === '' ? { valor: null, formato: null } : celdaDeTexto(texto)))),
    proteccion: 'todo-menos-abiertas',
  }
}
