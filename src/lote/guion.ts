/** The page's only script: which states are shown. Without it all are, and the choice is not offered. */
export const GUION_DEL_LOTE = `
const filtro = document.getElementById('filtro')
const cuantos = document.getElementById('cuantos')
if (filtro) {
  filtro.hidden = false
  const elegir = () => {
    const elegido = new FormData(filtro).get('estado')
    let vistos = 0
    for (const fila of document.querySelectorAll('tbody tr')) {
      fila.hidden = elegido !== '' && fila.dataset.estado !== elegido
      if (!fila.hidden && !fila.classList.contains('detalle')) vistos++
    }
    cuantos.textContent = elegido === '' ? '' : 'Se muestran ' + vistos + '.'
  }
  filtro.addEventListener('change', elegir)
  // Browsers bring back what was chosen when a page is opened again.
  elegir()
}
`
