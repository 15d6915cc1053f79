/**
 * What the page does by itself in a browser that runs scripts; without it everything can still be done. It sends forms and shows what
 * comes back in place, so that nobody loses the place where they were; it looks again when the workbook is saved, and takes a workbook
 * that is dropped on it.
 */
import { conOrigenes, mostrarOrigen } from './origen.js'
import { mostrarPagina, recordarNombre } from './partes.js'

const raiz = document.body.dataset.raiz ?? '/'
/** Largest workbook that the program takes, in bytes. */
const maximo = Number(document.body.dataset.maximo)

function decir(texto: string): void {
  const lista = document.createElement('ul')
  lista.className = 'mensajes'
  lista.append(Object.assign(document.createElement('li'), { textContent: texto }))
  document.getElementById('mensajes')?.replaceChildren(lista)
}

/** Asks for a page and shows it in place of this one. */
async function traer(direccion: string, opciones: RequestInit = {}): Promise<void> {
  try {
    const respuesta = await fetch(direccion, opciones)
    mostrarPagina(await respuesta.text(), respuesta.url)
    conOrigenes()
    escuchar()
  } catch {
    decir('No hubo respuesta del programa: revise que siga abierto en este equipo.')
  }
}

function cabe(archivo: File): boolean {
  if (archivo.size <= maximo) return true
  decir(`«${archivo.name}» pesa más de 50 MB: un libro de seguimiento pesa mucho menos. Revise que sea ese.`)
  return false
}

async function enviar(formulario: HTMLFormElement, boton: HTMLElement | null): Promise<void> {
  const datos = new FormData(formulario, boton)
  const archivos = [...datos.values()].filter((valor) => valor instanceof File)
  if (!archivos.every(cabe)) return
  const quien = datos.get('quien')
  if (typeof quien === 'string') localStorage.setItem('quien', quien)
  boton?.setAttribute('aria-busy', 'true')
  decir('Un momento…')
  await traer(formulario.action, { method: 'POST', body: datos })
  boton?.removeAttribute('aria-busy')
}

document.addEventListener('submit', (evento) => {
  const formulario = evento.target
  if (!(formulario instanceof HTMLFormElement)) return
  if (formulario.classList.contains('descargas')) decir('Haciendo el archivo: tarda unos segundos. Al terminar, el navegador lo guarda.')
  if (formulario.method !== 'post') return
  evento.preventDefault()
  void enviar(formulario, evento.submitter)
})

// Choosing a sector or a chapter changes the page in place.
document.addEventListener('click', (evento) => {
  const enlace = evento.target instanceof Element ? evento.target.closest('a') : null
  if (enlace === null) mostrarOrigen(evento.target)
  else if (enlace.closest('.sectores, .capitulos') !== null && !evento.ctrlKey && !evento.metaKey && !evento.shiftKey) {
    evento.preventDefault()
    void traer(enlace.href)
  }
})

document.addEventListener('keydown', (evento) => {
  if (evento.key === 'Escape') mostrarOrigen(null)
  if ((evento.key === 'Enter' || evento.key === ' ') && mostrarOrigen(evento.target)) evento.preventDefault()
})

const zona = () => document.getElementById('soltar')
document.addEventListener('dragover', (evento) => {
  if (evento.dataTransfer?.types.includes('Files') !== true) return
  evento.preventDefault()
  zona()?.classList.add('encima')
})
document.addEventListener('dragleave', (evento) => {
  if (evento.relatedTarget === null) zona()?.classList.remove('encima')
})
document.addEventListener('drop', (evento) => {
  const archivo = evento.dataTransfer?.files[0]
  if (archivo === undefined) return
  evento.preventDefault()
  zona()?.classList.remove('encima')
  if (!cabe(archivo)) return
  const datos = new FormData()
  datos.set('libro', archivo)
  decir(`Revisando «${archivo.name}»…`)
  void traer(`${raiz}traer`, { method: 'POST', body: datos })
})

let noticias: EventSource | null = null

/** The workbook's own page looks again each time it is saved. One that somebody brought does not change. */
function escuchar(): void {
  const propia = location.pathname === raiz
  if (propia && noticias === null) {
    noticias = new EventSource(`${raiz}eventos`)
    noticias.addEventListener('cambio', () => void traer(location.href))
    noticias.addEventListener('abierta', ({ data }) => {
      if (data !== '' && data !== document.getElementById('visto')?.dataset.puesto) void traer(location.href)
    })
  } else if (!propia) {
    noticias?.close()
    noticias = null
  }
}

recordarNombre()
conOrigenes()
escuchar()
