/** `--cache <carpeta>` and `--sin-cache`, for the commands that make reports and keep parts of them. */
import { Option } from 'commander'

export interface OpcionesDeCache {
  readonly cache?: string
  readonly sinCache?: boolean
}

export const CACHE = new Option(
  '--cache <carpeta>',
  'dónde se guarda lo ya hecho, para no repetirlo (por omisión, la carpeta de caché del usuario)',
)
export const SIN_CACHE = new Option('--sin-cache', 'hace todo de nuevo, y no guarda nada').conflicts('cache')
