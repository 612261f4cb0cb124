import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  framework: {
    name: '@storybook/web-components-vite',
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  // nothing is reported to anybody, and nothing about this machine goes into the built site
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, disableProjectJson: true },
};

export default config;
