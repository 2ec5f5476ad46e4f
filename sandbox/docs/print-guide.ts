import { guideMarkdown } from './guide-markdown';

process.stdout.write(guideMarkdown());
