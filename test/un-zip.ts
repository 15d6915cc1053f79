/** Writes ZIP packages by hand, so that a test can make them as odd as it likes: no writer of a library gives a wrong CRC. */
import { crc32, deflateRawSync } from 'node:zlib'

/** A part, and what its records say of it where that is not the truth. */
export interface EntradaZip {
  readonly nombre: string
  readonly datos: Uint8Array
  /** 8, deflated, unless told; 0 is stored. */
  readonly metodo?: number
  readonly banderas?: number
  readonly crc?: number
  /** Size once open. */
  readonly tamano?: number
  readonly comprimido?: number
  /** Name in the part's own record, where it is not that of the directory. */
  readonly nombreLocal?: string
  /** Where the directory says that the part is, beside where it is. */
  readonly corrimiento?: number
}

export interface PaqueteZip {
  readonly entradas: readonly EntradaZip[]
  readonly comentario?: Uint8Array
  /** Bytes before the first part and after the end. */
  readonly antes?: Uint8Array
  readonly despues?: Uint8Array
  /** What the end record says that the directory holds. */
  readonly cuantas?: number
  readonly sinDirectorio?: boolean
}

const UTF8 = 0x0800

/** The bytes of a package. Its parts bear no date. */
export function escribirZip({ entradas, comentario, antes, despues, cuantas, sinDirectorio = false }: PaqueteZip): Uint8Array {
  const trozos: Uint8Array[] = [antes ?? new Uint8Array()]
  const directorio: Uint8Array[] = []
  let lugar = antes?.length ?? 0
  for (const entrada of entradas) {
    const { datos, metodo = 8, nombre } = entrada
    const cuerpo = metodo === 8 ? deflateRawSync(datos, { level: 1 }) : datos
    const comun = (largo: number) => [
      ...[2, 20, 2, (entrada.banderas ?? 0) | UTF8, 2, metodo, 4, 0x00210000, 4, entrada.crc ?? crc32(datos)],
      ...[4, entrada.comprimido ?? cuerpo.length, 4, entrada.tamano ?? datos.length, 2, largo, 2, 0],
    ]
    const local = new TextEncoder().encode(entrada.nombreLocal ?? nombre)
    const central = new TextEncoder().encode(nombre)
    const cabeza = campos(4, 0x04034b50, ...comun(local.length))
    directorio.push(
      campos(4, 0x02014b50, 2, 20, ...comun(central.length), 2, 0, 2, 0, 2, 0, 4, 0, 4, lugar + (entrada.corrimiento ?? 0)),
      central,
    )
    trozos.push(cabeza, local, cuerpo)
    lugar += cabeza.length + local.length + cuerpo.length
  }
  if (!sinDirectorio) {
    const largo = directorio.reduce((suma, trozo) => suma + trozo.length, 0)
    const total = cuantas ?? entradas.length
    trozos.push(...directorio)
    trozos.push(campos(4, 0x06054b50, 2, 0, 2, 0, 2, total, 2, total, 4, largo, 4, lugar, 2, comentario?.length ?? 0))
    trozos.push(comentario ?? new Uint8Array())
  }
  return new Uint8Array(Buffer.concat([...trozos, despues ?? new Uint8Array()]))
}

/** Little-endian fields: size in bytes, value, size, value… A value that does not fit is cut. */
function campos(...pares: readonly number[]): Uint8Array {
  const bytes: number[] = []
  for (let i = 0; i < pares.length; i += 2) {
    const valor = pares[i + 1] ?? 0
    for (let b = 0; b < (pares[i] ?? 0); b++) bytes.push((valor >>> (8 * b)) & 0xff)
  }
  return Uint8Array.from(bytes)
}
