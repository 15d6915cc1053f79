/** Damage to the bytes of a file, as a bad disk, a cut download or a hand with an editor does it. */
import type { Mutacion } from './mutacion.js'

const unir = (...trozos: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(trozos))

export const DE_BYTES: readonly Mutacion<Uint8Array>[] = [
  {
    nombre: 'bits cambiados',
    cambiar(bytes, azar) {
      const otros = bytes.slice()
      for (let veces = azar.entre(1, 8); veces > 0 && otros.length > 0; veces--) {
        const lugar = azar.entre(0, otros.length - 1)
        otros[lugar] = (otros[lugar] ?? 0) ^ (1 << azar.entre(0, 7))
      }
      return otros
    },
  },
  { nombre: 'cortado', cambiar: (bytes, azar) => bytes.slice(0, azar.entre(0, bytes.length)) },
  { nombre: 'sin el comienzo', cambiar: (bytes, azar) => bytes.slice(azar.entre(0, Math.min(600, bytes.length))) },
  {
    nombre: 'bytes de más',
    cambiar(bytes, azar) {
      const lugar = azar.entre(0, bytes.length)
      const nuevos = Uint8Array.from({ length: azar.entre(1, 300) }, () => azar.entre(0, 255))
      return unir(bytes.slice(0, lugar), nuevos, bytes.slice(lugar))
    },
  },
  {
    nombre: 'un trozo menos',
    cambiar(bytes, azar) {
      const lugar = azar.entre(0, bytes.length)
      return unir(bytes.slice(0, lugar), bytes.slice(lugar + azar.entre(1, 2000)))
    },
  },
  {
    nombre: 'un trozo en otro lugar',
    cambiar(bytes, azar) {
      const lugar = azar.entre(0, bytes.length)
      const de = azar.entre(0, bytes.length)
      const trozo = bytes.slice(de, de + azar.entre(1, 2000))
      return unir(bytes.slice(0, lugar), trozo, bytes.slice(lugar + (azar.suerte(0.5) ? trozo.length : 0)))
    },
  },
  {
    nombre: 'un trozo en blanco',
    cambiar(bytes, azar) {
      const otros = bytes.slice()
      const lugar = azar.entre(0, bytes.length)
      return otros.fill(azar.uno([0, 0x20, 0xff]), lugar, lugar + azar.entre(1, 600))
    },
  },
  {
    // The records of a package are near its end: a number of theirs changed reaches what damage elsewhere seldom does.
    nombre: 'el directorio dañado',
    cambiar(bytes, azar) {
      const otros = bytes.slice()
      const cola = Math.min(1500, otros.length)
      for (let veces = azar.entre(1, 4); veces > 0 && cola > 0; veces--)
        otros[otros.length - azar.entre(1, cola)] = azar.uno([0, 1, 0x7f, 0x80, 0xff])
      return otros
    },
  },
]
