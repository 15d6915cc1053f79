/** The same policy, larger: a valid workbook with its products several times over, to see how the program grows. */
import * as XLSX from 'xlsx'
import { fijarPaquete } from '../../src/libros/index.js'
import { normalizarNombre } from '../../src/model/index.js'
import { type FilaConClave, filasPorClave, leerHojas } from '../../src/workbook/index.js'

export interface Ampliacion {
  /** How many times the products; 1 leaves them as they are. */
  readonly veces: number
  /** Sectors that they are spread over, at least those of the workbook; those, unless told. */
  readonly sectores?: number
}

/** The sheets with a row a product, by the contract's names. */
const DE_PRODUCTOS: ReadonlySet<string> = new Set(['Productos', 'Metas', 'Avances', 'Reportes'])

/**
 * Bytes of a workbook with every product of this one `veces` times: each copy has its own code, name, goals, achievements, report and
 * weight, and its texts name the figures of the copy. With more sectors, each one that is added copies one of the workbook, and takes
 * products of it. The same bytes on every run.
 * @throws Error where the workbook has no products, or the products do not reach for so many sectors
 */
export function ampliar(bytes: Uint8Array, { veces, sectores }: Ampliacion): Uint8Array {
  const filas = filasPorClave(leerHojas(bytes))
  const codigos = filas.filter(({ hoja }) => hoja === 'Productos').map(({ clave }) => clave)
  const propios = filas.filter(({ hoja }) => hoja === 'Sectores').map(({ clave }) => clave)
  const cuantos = sectores ?? propios.length
  if (codigos.length === 0) throw new Error('El libro no tiene productos: ¿es un libro válido? Revíselo con «informe validar».')
  if (!Number.isInteger(veces) || veces < 1) throw new Error(`Se pidieron ${veces} veces los productos; se esperaba un entero desde 1.`)
  if (!Number.isInteger(cuantos) || cuantos < propios.length || cuantos > propios.length * veces)
    throw new Error(
      `Se pidieron ${cuantos} sectores; con ${propios.length} y ${veces} veces los productos se puede desde ${propios.length} hasta ${propios.length * veces}.`,
    )
  const libro = XLSX.read(bytes, { cellNF: true })
  const orden = filas.flatMap(({ hoja, celdas }) => (hoja === 'Sectores' ? [Number(celdas.get('Orden')?.texto.replaceAll('.', ''))] : []))
  const copia = copiador(codigos, propios, cuantos, Math.max(...orden))
  for (let i = 1; i < cuantos / propios.length; i++) {
    for (const fila of filas) if (fila.hoja === 'Sectores' && copia.hay(i, fila.clave)) agregar(libro, fila, copia.sector(fila, i))
  }
  for (let i = 1; i < veces; i++) {
    for (const fila of filas) if (DE_PRODUCTOS.has(fila.hoja)) agregar(libro, fila, copia.producto(fila, i))
  }
  return fijarPaquete(new Uint8Array(XLSX.write(libro, { type: 'array', bookType: 'xlsx' }) as ArrayBuffer))
}

/** What the cells of a row say in its copy, by the name of their column; what is not there stays as it is. */
type Cambios = ReadonlyMap<string, string | number>

function copiador(codigos: readonly string[], propios: readonly string[], cuantos: number, ultimo: number) {
  // The second number of a code is that of the result: each copy takes the ones after those of the copy before.
  const resultados = Math.max(...codigos.map((codigo) => Number(codigo.split('.')[1])))
  const codigoDe = (codigo: string, i: number) => {
    const [objetivo, resultado, producto] = codigo.split('.')
    return [objetivo, Number(resultado) + i * resultados, producto].join('.')
  }
  const conNombre = (nombre: string, i: number) => (i === 0 ? nombre : `${nombre} ${i + 1}`)
  const lugar = new Map(propios.map((nombre, i) => [normalizarNombre(nombre), i]))
  const lugarDe = (nombre: string) => lugar.get(normalizarNombre(nombre)) ?? 0
  /** Which copy of the sectors has this one as its own. */
  const grupos = (nombre: string) => Math.ceil((cuantos - lugarDe(nombre)) / propios.length)
  const cifras = new Map([...codigos.map((c) => [c, codigoDe] as const), ...propios.map((s) => [s, conNombre] as const)])
  const iniciales = [...cifras.keys()].toSorted((a, b) => b.length - a.length)

  /** The names of figures in double brackets become those of the copy. */
  function renombrar(texto: string, i: number, sector: number): string {
    return texto.replace(/\[\[([^[\]]*)\]\]/gu, (entera, nombre: string) => {
      const de = iniciales.find((inicial) => normalizarNombre(nombre).startsWith(`${normalizarNombre(inicial)} `))
      if (de === undefined) return entera
      const suyo = lugar.has(normalizarNombre(de)) ? conNombre(de, sector % grupos(de)) : codigoDe(de, i)
      return `[[${suyo}${nombre.slice(de.length)}]]`
    })
  }

  function cambios({ celdas }: FilaConClave, i: number, sector: number, suyos: Cambios): Cambios {
    const textos = [...celdas].map(([columna, { texto }]) => [columna, texto, renombrar(texto, i, sector)] as const)
    return new Map([...textos.flatMap(([columna, antes, texto]) => (texto === antes ? [] : [[columna, texto] as const])), ...suyos])
  }

  return {
    /** Whether a sector has a copy of that number. */
    hay: (i: number, sector: string) => i < grupos(sector),
    sector(fila: FilaConClave, i: number): Cambios {
      const suyos = new Map<string, string | number>([
        ['Sector', conNombre(fila.clave, i)],
        ['Orden', ultimo + (i - 1) * propios.length + lugarDe(fila.clave) + 1],
      ])
      return cambios(fila, 0, i, suyos)
    },
    producto(fila: FilaConClave, i: number): Cambios {
      const de = (columna: string) => fila.celdas.get(columna)?.texto
      const [nombre, sector] = [de('Producto'), de('Sector')]
      const suyos = new Map([['Código', codigoDe(fila.clave, i)]])
      if (nombre !== undefined) suyos.set('Producto', conNombre(nombre, i))
      if (sector !== undefined) suyos.set('Sector', conNombre(sector, i % grupos(sector)))
      return cambios(fila, i, i, suyos)
    },
  }
}

/** A copy of a row after the last one of its sheet. */
function agregar(libro: XLSX.WorkBook, { celdas }: FilaConClave, cambios: Cambios): void {
  const [primera] = celdas.values()
  if (primera === undefined) return
  const corte = primera.celda.lastIndexOf('!')
  const hoja = libro.Sheets[primera.celda.slice(0, corte)]
  if (hoja === undefined) throw new Error(`El libro no tiene la hoja de ${primera.celda}.`)
  const enHoja = (celda: string) => XLSX.utils.decode_cell(celda.slice(corte + 1))
  const nombres = new Map([...celdas].map(([columna, { celda }]) => [enHoja(celda).c, columna]))
  const { s: inicio, e: fin } = XLSX.utils.decode_range(hoja['!ref'] ?? 'A1')
  const nueva = fin.r + 1
  for (let c = inicio.c; c <= fin.c; c++) {
    const celda = hoja[XLSX.utils.encode_cell({ r: enHoja(primera.celda).r, c })] as XLSX.CellObject | undefined
    if (celda !== undefined) hoja[XLSX.utils.encode_cell({ r: nueva, c })] = conValor(celda, cambios.get(nombres.get(c) ?? ''))
  }
  hoja['!ref'] = XLSX.utils.encode_range(inicio, { c: fin.c, r: nueva })
}

/** A cell with another value, or its own; without its formula, which names cells of its own row. */
function conValor({ t, v, z }: XLSX.CellObject, valor: string | number | undefined): XLSX.CellObject {
  const formato = z === undefined ? {} : { z }
  if (valor === undefined) return { t, ...(v === undefined ? {} : { v }), ...formato }
  return { t: typeof valor === 'number' ? 'n' : 's', v: valor, ...formato }
}
