import type {
  Contexto,
  ContextoCorte,
  ContextoDecision,
  ContextoGrupo,
  ContextoObjetivo,
  ContextoProducto,
  ContextoRevision,
  ContextoSector,
  ContextoVersion,
} from '../../src/report/index.js'
import { codigo, literal, tabla } from './marcas.js'

type Campos<T> = Readonly<Record<keyof T, string>>

const GRUPO: Campos<ContextoGrupo> = {
  productos: 'cuántos productos tiene',
  conMeta: 'cuántos tenían meta en la vigencia',
  avance: 'avance acumulado',
  planeado: 'lo planeado hasta la vigencia',
  diferencia: 'tamaño de la diferencia entre los dos',
  balance: 'en palabras; para comparar: `"rezago"`, `"en-cumplimiento"` o `"sobre-ejecucion"`; antes del cierre del año, `"en-curso"`',
  verde: 'productos en verde',
  amarillo: 'productos en amarillo',
  rojo: 'productos en rojo',
  sinMeta: 'productos sin meta, no iniciados o vencidos',
  cumplidos: 'productos que terminaron antes, cumplidos',
}

const POLITICA: Campos<Contexto['politica']> = {
  nombre: 'nombre de la política',
  sigla: 'su sigla',
  documento: 'documento que la adoptó',
  fechaAprobacion: 'fecha de aprobación',
  inicio: 'primer año del plan',
  fin: 'último año del plan',
  vigencia: 'año del informe',
  fechaCorte: 'fecha de corte',
  entidad: 'entidad líder',
  siglaEntidad: 'su sigla',
  dependencia: 'dependencia que hace el informe',
  sectorLider: 'sector líder',
  ciudad: 'ciudad',
  anioPublicacion: 'año de publicación',
  ponderado: 'si los productos tienen importancia relativa, con la que se ponderan el avance y lo planeado',
  ficha: 'su ficha; se pone con el ayudante `ficha`',
  ...GRUPO,
}

const SECTOR: Campos<ContextoSector> = {
  nombre: 'nombre del sector',
  ...GRUPO,
  productosConMeta: 'sus productos con meta, en orden de código',
  productosSinMeta: 'los demás',
  razones: 'esos, reunidos por su razón: cada elemento tiene `codigos`, `cuantos` y `razon`',
  hayRezagos: 'si su tabla lleva alguna señal ▼',
  tabla: 'nombre de su tabla de cumplimiento',
  grafica: 'nombre de su gráfica',
  ficha: 'su ficha; se pone con el ayudante `ficha`',
  conclusiones: 'texto de la hoja Sectores; se pone con `prosa`',
}

const OBJETIVO: Campos<ContextoObjetivo> = {
  numero: 'número del objetivo',
  enunciado: 'su enunciado',
  ...GRUPO,
  conclusiones: 'texto de la hoja Objetivos; se pone con `prosa`',
}

const PRODUCTO: Campos<ContextoProducto> = {
  codigo: 'código; se pone con el ayudante `codigo`',
  nombre: 'nombre oficial, sin punto final',
  sector: 'nombre de su sector',
  entidad: 'entidad responsable',
  indicador: 'indicador',
  situacion: 'si tiene meta, y si no, por qué; con `es` se compara con `con-meta`, `cumplido`, `vencido`, `no-iniciado` o `sin-meta`',
  apertura: 'cumplimiento en su color, con logro y meta: *▼ 38 % de la meta de 2023 (285 de 756 asesorías).* Vacío sin meta',
  saldo: 'balance acumulado, en palabras: *… el producto lleva 43 visitas frente a una meta de 48: ▼ faltan 5.* Vacío si aún no hay metas',
  razon: 'por qué no tiene meta; vacío si la tiene',
  cumplimiento: 'cumplimiento de la vigencia',
  meta: 'meta de la vigencia',
  logro: 'logro de la vigencia',
  logros: 'texto de la hoja Reportes; se pone con `prosa`',
  dificultades: 'igual',
  observaciones: 'igual',
}

const GENERALES: Campos<Omit<Contexto, 'politica'>> = {
  grafica: 'nombre de la gráfica de todas las metas',
  creditos: 'grupos de la hoja Créditos: cada uno tiene `grupo` y `cargos`, con `cargo` y `nombres`',
  objetivos: 'los objetivos, por número',
  sectores: 'los sectores con productos, en su orden',
  productosSinMeta: 'los productos sin meta en la vigencia, en orden de código',
  rangos: 'los colores del semáforo: cada uno tiene `color`, `rango`, `cuenta` y `parte`',
  sectoresMayores: 'los pocos sectores que reúnen más de la mitad de los productos; ninguno si son más de la mitad de los sectores',
  sectoresAdelantados: 'hasta dos sectores, los que más pasan de lo planeado',
  sectoresRezagados: 'hasta dos sectores, los más lejos de lo planeado',
  rezagosMayores: 'los productos de la gráfica `rezagos-mayores`, en su orden; ninguno si nadie lleva rezago',
  series: 'los productos con gráfica de sus años: cada elemento tiene `grafica`, `producto` y `nota`, que dice qué no se muestra y por qué',
  periodicidades: 'las periodicidades que tienen los productos',
  capacitaciones: '`total`, `participantes` y `sesiones`; vacío si el libro no trae la hoja',
  jornadas: '`total` y `asistentes`; vacío si el libro no trae la hoja',
  reuniones: '`total`; vacío si el libro no trae la hoja',
  estados: 'el estado de cada producto, para los cuadros de la portada',
  evolucion:
    'las gráficas de la [evolución](#la-evolución): `grafica`, de toda la política; `objetivos`, cada uno con `numero` y `grafica`; `sectores`, con `nombre` y `grafica`. Vacío si no hay dos años que contar',
  corte: 'en un [seguimiento dentro del año](#el-seguimiento-dentro-del-año), hasta cuándo cuenta; vacío en el informe anual',
  revision: 'lo que dice el archivo `.revision.json` que está junto al libro; vacío si no está',
}

const REVISION: Campos<ContextoRevision> = {
  libro: 'primeras doce cifras de la huella del libro de este informe',
  actual: 'la última versión que se registró de ese mismo libro; vacío si ninguna lo es',
  versiones: 'las versiones, por su número',
  decisiones: 'los cambios aceptados y anotados, en orden de fecha',
}

const CORTE: Campos<ContextoCorte> = {
  nombre: 'como se pide: *2025-T2*',
  clase: 'trimestral, semestral, cuatrimestral, bimestral o mensual',
  periodo: 'el periodo en palabras: *segundo trimestre*, *mayo*',
  mes: 'el último mes que cuenta: *junio*',
}

const VERSION: Campos<ContextoVersion> = {
  numero: 'su número',
  fecha: 'su día',
  estado: 'borrador, en revisión o aprobado',
  libro: 'primeras doce cifras de la huella de su libro',
  quien: 'quién responde por ella',
  nota: 'lo que esa persona escribió; vacío si nada',
}

const DECISION: Campos<ContextoDecision> = {
  cambio: 'de qué celda o cifra: *Avances · 2.1.2 · 2023*, *2.1.2 · cumplimiento*',
  antes: 'lo que decía; de un texto largo, las palabras que cambian',
  despues: 'lo que dice',
  decision: 'aceptado o anotado',
  quien: 'quién lo decidió',
  nota: 'lo que esa persona escribió; vacío si nada',
  fecha: 'qué día, en Colombia',
  rige: 'si lo que se decidió sigue como estaba entonces',
}

/** Every field that a template sees, with what it is in the edition that comes with the program. */
export function contexto(todo: Contexto): string {
  const sector = todo.sectores.find((s) => s.productosConMeta.length > 0)
  const partes = [
    ['Siempre', campos<Omit<Contexto, 'politica'>>('', GENERALES, todo)],
    ['La política', campos('politica.', POLITICA, todo.politica)],
    ['Un sector: en `60-sector.md`, `sector`; en otra parte, cada elemento de `sectores`', campos('sector.', SECTOR, sector)],
    ['Un objetivo: cada elemento de `objetivos`', campos('objetivo.', OBJETIVO, todo.objetivos[0])],
    ['Un producto: cada elemento de una lista de productos', campos('producto.', PRODUCTO, sector?.productosConMeta[0])],
    ['El corte, dentro de `{{#si corte}}`', campos<ContextoCorte>('corte.', CORTE, undefined)],
    ['La revisión, dentro de `{{#si revision}}`', campos<ContextoRevision>('revision.', REVISION, undefined)],
    ['Una versión: `revision.actual`, o cada elemento de `revision.versiones`', campos<ContextoVersion>('version.', VERSION, undefined)],
    ['Una decisión: cada elemento de `revision.decisiones`', campos<ContextoDecision>('decision.', DECISION, undefined)],
  ] as const
  return partes.map(([titulo, suya]) => `**${titulo}**\n\n${suya}`).join('\n\n')
}

function campos<T extends object>(prefijo: string, significado: Campos<T>, de: T | undefined): string {
  const nombres = Object.keys(significado) as (keyof T & string)[]
  return tabla(
    ['campo', 'qué es', 'por ejemplo'],
    nombres.map((nombre) => [codigo(prefijo + nombre), significado[nombre], ejemplo(de?.[nombre])]),
  )
}

/** What a figure or a word prints; lists and texts have no example. */
function ejemplo(valor: unknown): string {
  if (typeof valor === 'string') return literal(valor)
  if (typeof valor === 'boolean') return valor ? 'cierto' : 'falso'
  return typeof valor === 'object' && valor !== null && 'origen' in valor && 'texto' in valor ? literal(String(valor.texto)) : ''
}
