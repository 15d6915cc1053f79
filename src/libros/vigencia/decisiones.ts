/** What a new year of follow-up leaves for people to decide, each thing with its cell in the new workbook. */
import type { Libro, Producto } from '../../model/index.js'
import { letras } from '../escribir/nombres.js'
import { FILA_ENCABEZADO, type Hoja } from '../hoja.js'

/** In the form in which the problems of a workbook are told. */
export interface Decision {
  readonly regla: string
  /** `Metas!F12`, or a sheet. */
  readonly lugar: string
  readonly encontrado: string
  readonly esperado: string
  readonly remedio: string
}

/** Cell of a row of a sheet, under a column; the sheet alone where it has no such row or column. */
function celdaDe({ nombre, columnas, filas }: Hoja, titulo: string, clave: string): string {
  const columna = columnas.findIndex((una) => una.titulo === titulo)
  const fila = filas.findIndex((celdas) => celdas.some(({ valor }) => String(valor).replace(/\.$/u, '') === clave))
  return columna < 0 || fila < 0 ? nombre : `${nombre}!${letras(columna)}${FILA_ENCABEZADO + 1 + fila}`
}

/** Whether a product has ended before a year. */
export const termino = ({ fin }: Producto, vigencia: number): boolean => fin < vigencia

/** Whether a product should have a goal in a year and states none. A goal of 0 is one only for Decreciente. */
function sinMetaEn({ inicio, fin, metas, tipo }: Producto, vigencia: number): boolean {
  const meta = metas.get(vigencia)?.valor ?? 0
  return inicio <= vigencia && vigencia <= fin && meta === 0 && !(tipo === 'Decreciente' && metas.has(vigencia))
}

/** `terminó en 2023 con su meta final cumplida`: what a product that ended is marked with. */
export function comoTermino({ fin }: Producto, cumplio: boolean): string {
  return `terminó en ${fin} ${cumplio ? 'con su meta final cumplida' : 'sin alcanzar su meta final'}`
}

interface Cambio {
  readonly libro: Libro
  readonly vigencia: number
  readonly hojas: readonly Hoja[]
  /** Codes of the products that reached their final goal. */
  readonly cumplidos: ReadonlySet<string>
  /** Sheets that are none of the contract's, which do not go on. */
  readonly ajenas: readonly string[]
}

/** In the order of the sheets. */
export function decisionesDe({ libro, vigencia, hojas, cumplidos, ajenas }: Cambio): readonly Decision[] {
  const celda = (hoja: string, titulo: string, clave: string) => {
    const suya = hojas.find(({ nombre }) => nombre === hoja)
    return suya === undefined ? hoja : celdaDe(suya, titulo, clave)
  }
  const campo = (nombre: string, encontrado: string, esperado: string): Decision => ({
    regla: 'campo-por-confirmar',
    lugar: celda('Política', 'Valor', nombre),
    encontrado,
    esperado: `${esperado} de la edición ${vigencia}`,
    remedio: 'Confirme ese dato o corríjalo.',
  })
  return [
    campo('Fecha de corte', 'la fecha de corte de la edición anterior, con otro año', 'la'),
    campo('Año de publicación', 'el año de publicación que seguiría', 'el'),
    ...(hojas.some(({ nombre }) => nombre === 'Créditos')
      ? [
          {
            regla: 'creditos-por-confirmar',
            lugar: 'Créditos',
            encontrado: 'los créditos de la edición anterior',
            esperado: 'las personas de esta',
            remedio: 'Revíselos.',
          },
        ]
      : []),
    ...libro.productos
      .filter((p) => termino(p, vigencia) && p.fin >= libro.politica.vigencia)
      .map(
        (p): Decision => ({
          regla: 'producto-que-termina',
          lugar: celda('Productos', 'Código', p.codigo),
          encontrado: `el producto ${p.codigo}, que ${comoTermino(p, cumplidos.has(p.codigo))}`,
          esperado: cumplidos.has(p.codigo) ? 'que quede como cumplido' : 'que quede como vencido, o un plan modificado que lo extienda',
          remedio: 'Si el plan se modificó, cambie su año de finalización y sus metas; si no, déjelo: sigue contando en el acumulado.',
        }),
      ),
    ...libro.productos
      .filter((p) => sinMetaEn(p, vigencia))
      .map(
        (p): Decision => ({
          regla: 'meta-por-decidir',
          lugar: celda('Metas', String(vigencia), p.codigo),
          encontrado: `el producto ${p.codigo}, que va de ${p.inicio} a ${p.fin}, sin meta en ${vigencia}`,
          esperado: 'la meta de ese año, si el plan la fija',
          remedio: 'Escríbala, o déjela vacía: el producto sale como «sin meta».',
        }),
      ),
    ...reconstruida('Metas', 'metas', libro),
    ...reconstruida('Avances', 'avances', libro),
    ...ajenas.map(
      (nombre): Decision => ({
        regla: 'hoja-que-no-pasa',
        lugar: nombre,
        encontrado: `la hoja «${nombre}» del libro anterior, que no es de las de la guía`,
        esperado: 'solo las hojas que el programa lee',
        remedio: 'No pasó al libro nuevo: cópiela si la necesita.',
      }),
    ),
  ]
}

/** A series that was reconstructed tells nothing of the years before the vigencia: now, nothing of the one that was published either. */
function reconstruida(hoja: string, serie: keyof Producto['reconstruidas'], { productos, politica }: Libro): readonly Decision[] {
  const cuantas = productos.filter(({ reconstruidas }) => reconstruidas[serie]).length
  if (cuantas === 0) return []
  return [
    {
      regla: 'serie-reconstruida',
      lugar: hoja,
      encontrado: `${cuantas === 1 ? 'un producto cuya serie' : `${cuantas} productos cuya serie`} es reconstruida, según su Procedencia`,
      esperado: `una Procedencia que también valga para ${politica.vigencia}, cuyas cifras sí se publicaron`,
      remedio: `Mientras diga «reconstruida», el informe no muestra los años de esos productos, tampoco ${politica.vigencia}. Cámbiela cuando la serie esté confirmada.`,
    },
  ]
}
