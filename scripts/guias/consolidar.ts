import { PALABRAS_DE_CONSOLIDAR } from '../../src/libros/index.js'
import { codigo, literal, tabla } from './marcas.js'

/** What can be wrong among the workbooks of the sectors: what is expected, and how it is mended. `{…}` is what each fault fills in. */
export function reglasDeConsolidar(): string {
  const sinDatos = (texto: string) => literal(texto.replace(/\{(\w+)\}/gu, '…'))
  return tabla(
    ['regla', 'qué se esperaba', 'cómo se corrige'],
    Object.entries(PALABRAS_DE_CONSOLIDAR).map(([regla, { esperado, remedio }]) => [codigo(regla), sinDatos(esperado), sinDatos(remedio)]),
  )
}
