import { type ColumnaDeFormulas, en } from './hoja.js'
import type { Plan } from './plan.js'
import { logro, meta, POR_ANIO, porAnio, ultimoDe } from './por-anio.js'

/** Sheet with the figures of each product, in the order of `Productos`. */
export const POR_PRODUCTO = 'Cifras'

const TITULOS = [
  ...['Código', 'Sector', 'Objetivo', 'Tipo', 'Línea base', 'Inicio', 'Fin', 'Meta final', 'Peso'],
  ...['Meta vigencia', 'Logro vigencia', 'Meta acumulada', 'Logro acumulado', 'Cumplimiento', 'Cumplimiento %', 'Semáforo', 'Situación'],
  ...['Diferencia acumulada', 'Balance', 'Avance', 'Planeado'],
] as const
type Titulo = (typeof TITULOS)[number]

/** Columns of the sheet, for the formulas of other sheets. */
export const TITULOS_POR_PRODUCTO: readonly string[] = TITULOS

/** Source of each formula: contract, «Computation». */
export function porProducto(plan: Plan): readonly ColumnaDeFormulas[] {
  const { inicio, vigencia, semaforo } = plan
  const producto = en(plan.productos.titulos)
  const anual = en(porAnio(plan).map(({ titulo }) => titulo))
  const c = en(TITULOS) as (titulo: Titulo, fila: number) => string
  const tramo = (de: typeof meta, r: number) => `'${POR_ANIO}'!${anual(de(inicio), r)}:${anual(de(vigencia), r)}`
  const acumulado = (de: typeof meta, r: number) =>
    `IF(COUNT(${tramo(de, r)})=0,"",IF(${c('Tipo', r)}="Suma",SUM(${tramo(de, r)}),${ultimoDe(tramo(de, r))}))`
  /** The way made up to a level, from 0 or from the línea base. */
  const recorrido = (nivel: string, r: number) => `IF(${c('Tipo', r)}="Decreciente",${c('Línea base', r)}-${nivel},${nivel})`
  const partida = (r: number) => `IF(${c('Tipo', r)}="Decreciente",${c('Línea base', r)},0)`
  const parte = (titulo: Titulo, r: number) =>
    `IF(${c(titulo, r)}="",0,MAX(0,MIN(1,(${recorrido(c(titulo, r), r)})/(${recorrido(c('Meta final', r), r)}))))`
  const color = (r: number) =>
    semaforo.filas.reduceRight((otro, _, i) => {
      const [x, desde, hasta] = [`MAX(0,${c('Cumplimiento %', r)})`, `Semáforo!$B$${i + 2}`, `Semáforo!$C$${i + 2}`]
      return `IF(AND(${x}>=${desde},OR(${hasta}="",${x}<=${hasta})),Semáforo!$A$${i + 2},${otro})`
    }, '"?"')
  const formulas: Record<Titulo, (r: number) => string> = {
    Código: (r) => `Productos!${producto('Código', r)}`,
    Sector: (r) => `Productos!${producto('Sector', r)}`,
    Objetivo: (r) => `VALUE(LEFT($A${r},FIND(".",$A${r})-1))`,
    Tipo: (r) => `Productos!${producto('Tipo de anualización', r)}`,
    'Línea base': (r) => `IF(Productos!${producto('Línea base', r)}="","",Productos!${producto('Línea base', r)})`,
    Inicio: (r) => `Productos!${producto('Año de inicio', r)}`,
    Fin: (r) => `Productos!${producto('Año de finalización', r)}`,
    'Meta final': (r) => `Productos!${producto('Meta final', r)}`,
    Peso: (r) => `IF(Productos!${producto('Importancia relativa', r)}="",1,Productos!${producto('Importancia relativa', r)})`,
    'Meta vigencia': (r) => `'${POR_ANIO}'!${anual(meta(vigencia), r)}`,
    'Logro vigencia': (r) => `'${POR_ANIO}'!${anual(logro(vigencia), r)}`,
    'Meta acumulada': (r) => acumulado(meta, r),
    'Logro acumulado': (r) => acumulado(logro, r),
    Cumplimiento: (r) => {
      const [m, l] = [c('Meta vigencia', r), `IF(${c('Logro vigencia', r)}="",${partida(r)},${c('Logro vigencia', r)})`]
      const enLaBase = `IF(${l}<=${m},1,0)`
      const baja = `IF(${m}=${c('Línea base', r)},${enLaBase},(${c('Línea base', r)}-${l})/(${c('Línea base', r)}-${m}))`
      return `IF(${m}="","",IF(${c('Tipo', r)}="Decreciente",${baja},${l}/${m}))`
    },
    // Of 84.5 % in binary some are a hair below: nine decimals of a percentage are more than any amount gives.
    'Cumplimiento %': (r) => `IF(${c('Cumplimiento', r)}="","",ROUND(ROUND(${c('Cumplimiento', r)}*100,9),0))`,
    Semáforo: (r) => `IF(${c('Cumplimiento %', r)}="","",${color(r)})`,
    Situación: (r) => {
      const alcanzo = `IF(${c('Tipo', r)}="Decreciente",${c('Logro acumulado', r)}<=${c('Meta final', r)},${c('Logro acumulado', r)}>=${c('Meta final', r)})`
      const antes = `IF(${c('Logro acumulado', r)}="","vencido",IF(${alcanzo},"cumplido","vencido"))`
      const sinMeta = `IF(${c('Inicio', r)}>${vigencia},"no iniciado",IF(${c('Fin', r)}<${vigencia},${antes},"sin meta"))`
      return `IF(${c('Meta vigencia', r)}<>"","con meta",${sinMeta})`
    },
    'Diferencia acumulada': (r) => {
      const l = `IF(${c('Logro acumulado', r)}="",${partida(r)},${c('Logro acumulado', r)})`
      return `IF(${c('Meta acumulada', r)}="","",ROUND(${l}-${c('Meta acumulada', r)},9))`
    },
    Balance: (r) => {
      const d = `IF(${c('Tipo', r)}="Decreciente",-1,1)*${c('Diferencia acumulada', r)}`
      return `IF(${c('Diferencia acumulada', r)}="","",IF(${d}=0,"en cumplimiento",IF(${d}<0,"rezago","sobre-ejecución")))`
    },
    Avance: (r) => parte('Logro acumulado', r),
    Planeado: (r) => parte('Meta acumulada', r),
  }
  return TITULOS.map((titulo) => ({ titulo, formula: formulas[titulo] }))
}
