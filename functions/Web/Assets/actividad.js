// The page of an activity.
import { begin } from './page.js';

void begin(() => null, () => {});
