import { configure, roomOfAddress } from './page.js';

const room = roomOfAddress();
configure(document.getElementById('theatre'), room);
configure(document.getElementById('second'), `${room}-second`);
document.getElementById('second').setAttribute('video', 'none');

const button = document.getElementById('preview');
button.addEventListener('click', () => {
  const preview = document.querySelector('#preview-place local-video');
  if (preview) preview.remove();
  else document.getElementById('preview-place').append(document.createElement('local-video'));
  button.textContent = preview ? 'Show my camera' : 'Release my camera';
});
